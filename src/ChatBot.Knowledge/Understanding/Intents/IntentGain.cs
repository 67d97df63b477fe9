namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What something adds to the score of one intent.</summary>
internal readonly record struct IntentGain(int Intent, float Gain);
