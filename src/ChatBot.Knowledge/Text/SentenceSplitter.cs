using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// Finds sentences. A sentence ends at <c>.</c>, <c>!</c>, <c>?</c> or <c>…</c> with its closing quotes, brackets and footnote marks, before
/// white space and something that can begin a sentence; not after a title or a number that counts a list, not after another
/// abbreviation, an initial or a dotted acronym, unless a word follows that usually begins a sentence ("… in the U.S. The next …"), and not
/// between a quotation that ends in <c>!</c> or <c>?</c> and who said it. A line break by itself ends no sentence; a blank line does.
/// </summary>
public static class SentenceSplitter
{
    private static readonly FrozenSet<string> SpeechVerbs = LanguageData.Words("speech-verbs.txt");

    private static readonly FrozenSet<string> Openers = new[]
    {
        "The", "He", "She", "It", "They", "We", "In", "On", "At", "But", "And", "This", "That", "These", "Those", "However", "A", "An", "As", "If", "When", "While",
        "For", "After", "Before", "Its", "His", "Her", "Their", "There", "I", "You", "So", "Yet", "With", "By", "From", "Some", "Many", "Most", "Both", "No", "Not",
        "Nobody", "What", "Who", "Why", "How", "Where", "Since", "Until", "Although", "Though", "Because", "Our", "My", "Such", "Other", "Others", "Another", "Last", "Next",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sentences of <paramref name="text"/> within <paramref name="within"/>, in order, without surrounding white space.</summary>
    public static List<TextSpan> Split(string text, TextSpan within)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, within.Start, within.End);
        for (var i = start; i < within.End; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                var behind = SkipSpace(text, i, within.End);
                if (IsBlankLine(text.AsSpan(i, behind - i)))
                {
                    Add(text, start, i, sentences);
                    start = behind;
                }
                i = behind - 1;
                continue;
            }
            if (!IsStop(text[i])) continue;
            var end = SkipClosers(text, i, within.End);
            var next = SkipSpace(text, end, within.End);
            if (next < within.End && (next == end || IsBlankLine(text.AsSpan(end, next - end)) || !CanBegin(text, next) || !EndsHere(text, start, within.End, i, end, next)))
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

    private static bool IsBlankLine(ReadOnlySpan<char> space) => space.Count('\n') > 1 || space.Count('\r') > 1;

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…';

    /// <summary>Behind the stops at <paramref name="stop"/>, the quotes and brackets that close there, and marks like "[3]".</summary>
    private static int SkipClosers(string text, int stop, int limit)
    {
        var end = stop + 1;
        while (end < limit && IsStop(text[end])) end++;
        while (end < limit)
        {
            if (text[end] is '"' or '\'' or '”' or '’' or ')' or ']' or '»') end++;
            else if (text[end] == '[' && FootnoteEnd(text, end, limit) is var behind and > 0) end = behind;
            else break;
        }
        return end;
    }

    private static int FootnoteEnd(string text, int at, int limit)
    {
        var i = at + 1;
        while (i < limit && i - at <= 3 && char.IsAsciiLetterOrDigit(text[i])) i++;
        return i > at + 1 && i < limit && text[i] == ']' ? i + 1 : 0;
    }

    private static bool CanBegin(string text, int i) =>
        char.IsUpper(text[i]) || char.IsDigit(text[i]) || text[i] is '"' or '\'' or '“' or '‘' or '«' or '„' or '(' or '[' or '•' or '-' or '–' or '—' or '$' or '€' or '£'
        || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.OtherLetter;

    private static bool EndsHere(string text, int sentenceStart, int limit, int stop, int end, int next)
    {
        if (text[stop] is '!' or '?' && end > stop + 1 && IsQuote(text[end - 1]) && SpeakerFollows(text, next, limit)) return false;
        if (text[stop] != '.' || end > stop + 1) return true;
        var from = stop;
        while (from > sentenceStart && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        if (from == stop) return !IsListNumber(text, sentenceStart, stop);
        var word = text[from..stop];
        var isAcronym = word.Contains('.', StringComparison.Ordinal);
        var isInitial = word.Length == 1 && char.IsUpper(word[0]);
        var kind = Abbreviations.KindOf(word);
        if (kind == AbbreviationKind.Title) return false;
        if (kind == AbbreviationKind.BeforeNumber) return !char.IsDigit(text[next]);
        if (!isAcronym && !isInitial && kind == AbbreviationKind.None) return true;
        var opener = next;
        while (opener < limit && !char.IsLetterOrDigit(text[opener])) opener++;
        var wordEnd = opener;
        while (wordEnd < limit && char.IsLetter(text[wordEnd])) wordEnd++;
        if (isAcronym && word is "a.m" or "p.m" && BeginsWithName(text, sentenceStart, from, opener, limit)) return true;
        // "J. A. Smith": a single capital behind an initial is one more initial, though "A" and "I" can begin a sentence.
        return Openers.Contains(text[opener..wordEnd]) && !(isInitial && wordEnd - opener == 1 && wordEnd < limit && text[wordEnd] == '.');
    }

    /// <summary>
    /// Whether behind "10 a.m." a name of up to three words begins a sentence: something in lower case is said of it. Not where the hour describes what follows ("the 10 a.m. Mass"), and
    /// neither a day nor the zone that the hour is of.
    /// </summary>
    private static bool BeginsWithName(string text, int sentenceStart, int hourEnd, int next, int limit)
    {
        var from = hourEnd;
        while (from > sentenceStart && (char.IsWhiteSpace(text[from - 1]) || char.IsAsciiDigit(text[from - 1]) || text[from - 1] is '.' or ':')) from--;
        var word = from;
        while (word > sentenceStart && char.IsLetter(text[word - 1])) word--;
        if (text[word..from].ToUpperInvariant() is "THE" or "A" or "AN" or "THIS" or "THAT" or "EVERY" or "HIS" or "HER" or "ITS" or "THEIR" or "OUR") return false;
        var i = next;
        for (var words = 0; words <= MostNameWords && i < limit; words++)
        {
            var start = i;
            while (i < limit && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’')) i++;
            if (i == start || i >= limit || text[i] != ' ') return false;
            var named = text[start..i];
            if (words > 0 && char.IsLower(named[0])) return !BehindHour.Contains(named);
            if (!char.IsUpper(named[0]) || HourDays.Contains(named) || named.All(char.IsUpper)) return false;
            i++;
        }
        return false;
    }

    private const int MostNameWords = 3;

    /// <summary>"10 a.m. London time", "10 a.m. Eastern on": these say more of the hour.</summary>
    private static readonly FrozenSet<string> BehindHour = new[] { "time", "on", "in", "at", "to", "and", "or", "for", "from", "until", "till", "by", "with", "but" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> HourDays = new[]
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Eastern", "Central", "Pacific", "Mountain", "Greenwich",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static bool IsQuote(char c) => c is '"' or '\'' or '”' or '’' or '»';

    /// <summary>A number at the very start of a sentence, with its stop, counts an item: "2. What should be done".</summary>
    private static bool IsListNumber(string text, int sentenceStart, int stop)
    {
        var from = stop;
        while (from > sentenceStart && char.IsAsciiDigit(text[from - 1])) from--;
        return from == sentenceStart && stop - from is 1 or 2;
    }

    /// <summary>Whether a name of up to three words and a verb of speech stand at <paramref name="next"/>, or the verb and then the name.</summary>
    private static bool SpeakerFollows(string text, int next, int limit)
    {
        var i = next;
        for (var words = 0; words < 5 && i < limit; words++)
        {
            var from = i;
            while (i < limit && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’')) i++;
            if (i == from) return false;
            if (SpeechVerbs.Contains(text[from..i])) return true;
            if (i >= limit || text[i] != ' ') return false;
            i++;
        }
        return false;
    }
}
