using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// Finds sentences. A sentence ends at <c>.</c>, <c>!</c>, <c>?</c> or <c>…</c> with its closing quotes and brackets, before white space and
/// something that can begin a sentence; not after an abbreviation, an initial or a dotted acronym, unless a word follows that usually
/// begins a sentence ("… in the U.S. The next …"). A line break by itself ends no sentence; a blank line does.
/// </summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = LanguageData.Words("abbreviations.txt");

    private static readonly FrozenSet<string> Openers = new[]
    {
        "The", "He", "She", "It", "They", "We", "In", "On", "At", "But", "And", "This", "That", "These", "Those", "However", "A", "An", "As", "If", "When", "While",
        "For", "After", "Before", "Its", "His", "Her", "Their", "There", "I", "You", "So", "Yet", "With", "By", "From", "Some", "Many", "Most", "Both",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sentences of <paramref name="text"/> within <paramref name="within"/>, in order, without surrounding white space.</summary>
    public static List<TextSpan> Split(string text, TextSpan within)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, within.Start, within.End);
        for (var i = start; i < within.End; i++)
        {
            if (text[i] == '\n' && i + 1 < within.End && text[i + 1] == '\n')
            {
                Add(text, start, i, sentences);
                start = i = SkipSpace(text, i, within.End);
                i--;
                continue;
            }
            if (text[i] is not ('.' or '!' or '?' or '…')) continue;
            var end = i + 1;
            while (end < within.End && text[end] is '.' or '!' or '?' or '…') end++;
            while (end < within.End && IsCloser(text, end)) end++;
            if (end < within.End && !char.IsWhiteSpace(text[end]))
            {
                i = end - 1;
                continue;
            }
            var next = SkipSpace(text, end, within.End);
            if (next < within.End && !(CanBegin(text, next) && EndsHere(text, within, i, end, next)))
            {
                i = end - 1;
                continue;
            }
            Add(text, start, end, sentences);
            start = next;
            i = next - 1;
        }
        Add(text, start, within.End, sentences);
        return sentences;
    }

    /// <summary>The sentences of the whole of <paramref name="text"/>.</summary>
    public static List<TextSpan> Split(string text) => Split(text, new TextSpan(0, text.Length));

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(TextSpan.FromBounds(start, end));
    }

    private static int SkipSpace(string text, int i, int end)
    {
        while (i < end && char.IsWhiteSpace(text[i])) i++;
        return i;
    }

    /// <summary>A straight quote closes only directly behind the stop; typographic ones say themselves what they are.</summary>
    private static bool IsCloser(string text, int i) => text[i] is '"' or '\'' or '”' or '’' or ')' or ']' or '»';

    private static bool CanBegin(string text, int i) =>
        char.IsUpper(text[i]) || char.IsDigit(text[i]) || text[i] is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '•' or '-' or '–' or '—'
        || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.OtherLetter;

    private static bool EndsHere(string text, TextSpan within, int stop, int end, int next)
    {
        if (text[stop] != '.' || end > stop + 1) return true;
        var from = stop;
        while (from > within.Start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text[from..stop];
        if (word.Length == 0) return true;
        var isAcronym = word.Contains('.', StringComparison.Ordinal);
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        if (!isAcronym && !isInitial) return !Abbreviations.Contains(word.ToLowerInvariant());
        var wordEnd = next;
        while (wordEnd < within.End && char.IsLetter(text[wordEnd])) wordEnd++;
        return Openers.Contains(text[next..wordEnd]) && !(isInitial && wordEnd - next == 1);
    }
}
