using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;

namespace ChatBot.Subscriptions;

/// <summary>
/// Reads words of timing that were typed with a slip, where words of timing stand: "Trump daly at 9", "weekley on Friday", "Reuters dayly". Beside other
/// words of timing any word that is near to one is taken for it; by itself only one that is nothing else: no word of English or of the documents, and no name.
/// What is read so is said in the preview, with a button for who meant the words. Pure.
/// </summary>
internal static class TimingSlips
{
    /// <summary>Letters of the shortest word in which a slip is looked for, and of the shortest word of timing that may have been typed with two.</summary>
    private const int Shortest = 4, ShortestTwice = 9;

    private static readonly string[] Words =
        ["daily", "weekly", "every", "instantly", "immediately", .. Enumerable.Range(1, 7).Select(TimingWords.DayName).SelectMany(day => new[] { day.ToLowerInvariant(), day.ToLowerInvariant() + "s" })];

    /// <summary>What was typed, with its slips read as words of timing; null where it has none such.</summary>
    /// <param name="text">The words behind the command.</param>
    /// <param name="isOwnWord">Whether a word is one of the documents or a name.</param>
    public static TimedText? Read(string text, Predicate<string> isOwnWord)
    {
        if (text.AsSpan().IndexOfAny("\"“”:") >= 0) return null;
        var typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = TimetableReader.Plain(typed);
        var slips = Enumerable.Range(0, words.Length).Where(i => Meant(words[i]) is not null && !isOwnWord(words[i])).ToList();
        if (slips.Count == 0) return null;
        return slips.Select(slip => new[] { slip }).Prepend([.. slips]).Select(these => Cut(typed, words, these)).FirstOrDefault(read => read is not null) ?? AtTheFront(typed, words);
    }

    /// <summary>The word of timing that a word is near to; null where it is one itself, or near to none.</summary>
    private static string? Meant(string word) => word.Length < Shortest || TimingWords.Day(word) is not null || Words.Contains(word) ? null
        : NearestName.Of(word, Words, 1) ?? NearestName.Of(word, Words.Where(known => known.Length >= ShortestTwice && known[0] == word[0]), 2);

    private static TimedText? Cut(string[] typed, string[] words, int[] slips)
    {
        var read = words.Select((word, i) => slips.Contains(i) ? Meant(word) ?? word : word).ToArray();
        if (TimetableReader.Cut(typed, read, out var before, out var behind) is not { } cut || cut.What.Length == 0 || slips.Any(slip => slip >= before && slip < behind)) return null;
        var isBesideOthers = before + words.Length - behind > slips.Length;
        return isBesideOthers || slips.All(slip => IsNothingElse(typed[slip])) ? cut with { Misread = [.. slips.Select(slip => (typed[slip], read[slip]))] } : null;
    }

    /// <summary>"Dayly Trump": as with "daily Trump", what follows must be known for it to be a rhythm.</summary>
    private static TimedText? AtTheFront(string[] typed, string[] words) =>
        words.Length > 1 && IsNothingElse(typed[0]) && Meant(words[0]) is { } read && TimetableReader.Read(string.Join(' ', typed.Skip(1).Prepend(read))) is { OrElse: { } rhythm } whole
            ? whole with { OrElse = rhythm with { Misread = [(typed[0], read)] } } : null;

    private static bool IsNothingElse(string word) => char.IsLower(word[0]) && !SpellingCorrector.English.Knows(word);
}
