namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>A stem as a message has it.</summary>
/// <param name="Key">Its key as a feature.</param>
/// <param name="Row">Its row in the table of word likeness, or -1.</param>
internal readonly record struct StemSeen(ulong Key, int Row);
