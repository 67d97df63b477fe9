namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>A word that is spelt right.</summary>
/// <param name="Word">The word, folded (<see cref="Folding.Fold"/>).</param>
/// <param name="Frequency">How common it is: 0 for hardly ever, one more for each doubling, up to 20. Words and names of the topic: about 8.</param>
public readonly record struct VocabularyWord(string Word, byte Frequency);
