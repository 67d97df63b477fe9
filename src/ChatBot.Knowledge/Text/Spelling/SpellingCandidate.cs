namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>A word that may have been meant.</summary>
/// <param name="Word">The word, folded; of a run-together two words with a space.</param>
/// <param name="Edits">How many letters were missed, doubled, mistaken or swapped.</param>
/// <param name="Cost">
/// How unlikely the slip is: about 1 an edit, less for what fingers and ears do often (a swap, a doubled letter, a neighbouring key), less for common words. Lower is likelier;
/// below 1 it is safe to read the word so.
/// </param>
public readonly record struct SpellingCandidate(string Word, int Edits, double Cost);
