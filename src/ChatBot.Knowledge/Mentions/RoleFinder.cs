using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>
/// Finds people named together with their office: "Estonian President Alar Karis", "NATO Secretary General Mark Rutte", "Deputy Prime Minister and Minister of
/// Defense Wladyslaw Kosiniak-Kamysz", "Alar Karis, president of Estonia", "Petr Pavel, the Czech president".
/// </summary>
internal static class RoleFinder
{
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal)
        { "deputy", "vice", "former", "acting", "interim", "first", "chief", "senior", "then", "ex", "outgoing", "incoming", "newly", "elected", "assistant", "co", "joint", "permanent" };

    /// <summary>Said of who doesn't hold an office any more: "resigned as".</summary>
    private static readonly HashSet<string> Leaving = new(StringComparer.Ordinal)
        { "resigned", "resigns", "quit", "quits", "retired", "retires", "stepped", "steps", "dismissed", "ousted", "removed", "fired", "sacked", "suspended" };

    /// <summary>The roles among the tokens of one sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="mentions">Its entities, in order.</param>
    public static IReadOnlyList<RoleMention> Find(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        List<RoleMention>? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Offices.At(tokens, i) is not { } office) continue;
            var (start, place) = ExtendLeft(text, tokens, mentions, i);
            var (end, behind) = ExtendRight(text, tokens, mentions, i + office.Terms.Length);
            place ??= behind;
            var phrase = TextSpan.FromBounds(tokens[start].Span.Start, tokens[end - 1].Span.End);
            if (NamedWithOffice(tokens, mentions, i, end) is { } whole)
                (found ??= []).Add(new RoleMention(whole.Span, whole.Id, phrase, place));
            else if (PersonAfter(text, tokens, mentions, end) is { } after)
                (found ??= []).Add(new RoleMention(TextSpan.FromBounds(phrase.Start, after.Span.End), after.Id, phrase, place));
            else if (PersonBefore(text, tokens, mentions, start) is var (before, isDenied))
                (found ??= []).Add(new RoleMention(TextSpan.FromBounds(before.Span.Start, phrase.End), before.Id, phrase, place, isDenied));
            i = Math.Max(i, end - 1);
        }
        return found ?? (IReadOnlyList<RoleMention>)[];
    }

    private static (int Start, EntityId? Place) ExtendLeft(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int i)
    {
        var start = i;
        var covering = mentions.FirstOrDefault(m => m.Kind == EntityKind.Person && m.Span.Start < tokens[i].Span.Start && m.Span.End >= tokens[i].Span.End);
        while (start > 0 && tokens[start - 1].Span.Start >= covering.Span.Start && covering.Span.Length > 0) start--; // "Ukraine's president" as an alias
        while (start > 0 && Joined(text, tokens, start) && Modifiers.Contains(tokens[start - 1].Term)) start--;
        if (start > 0 && Joined(text, tokens, start) && EndingAt(mentions, tokens[start - 1].Span.End) is { Kind: EntityKind.Country or EntityKind.Organisation or EntityKind.Place } place)
        {
            while (start > 0 && tokens[start - 1].Span.Start >= place.Span.Start) start--;
            return (start, place.Id);
        }
        return (start, null);
    }

    private static (int End, EntityId? Place) ExtendRight(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int end)
    {
        EntityId? place = null;
        while (end < tokens.Count)
        {
            if (tokens[end].Term is "of" or "for" && end + 1 < tokens.Count)
            {
                var next = end + 1;
                if (tokens[next].Term is "the" or "its" && next + 1 < tokens.Count) next++;
                var named = mentions.FirstOrDefault(m => m.Span.Start == tokens[next].Span.Start && m.Kind is EntityKind.Country or EntityKind.Organisation or EntityKind.Place);
                if (named.Span.Length > 0)
                {
                    place = named.Id;
                    end = next;
                    while (end < tokens.Count && tokens[end].Span.End <= named.Span.End) end++;
                    continue;
                }
                // "Minister of Defense": one word of business, capitalised or not, then the name.
                if (!tokens[next].IsStopWord && !tokens[next].IsNumber)
                {
                    end = next + 1;
                    if (end + 1 < tokens.Count && tokens[end].Term == "and" && tokens[end + 1].IsCapitalised == tokens[next].IsCapitalised && !StartsMention(mentions, tokens[end + 1])) end += 2;
                    continue;
                }
                break;
            }
            if (tokens[end].Term == "and" && end + 1 < tokens.Count && OfficeBehindModifiers(tokens, end + 1) is { } another)
            {
                end = another;
                continue;
            }
            break;
        }
        return (end, place);
    }

    private static int? OfficeBehindModifiers(IReadOnlyList<Token> tokens, int i)
    {
        while (i < tokens.Count && Modifiers.Contains(tokens[i].Term)) i++;
        return i < tokens.Count && Offices.At(tokens, i) is { } office ? i + office.Terms.Length : null;
    }

    /// <summary>"Mayor Otto Lind" where the topic knows that as one of his names: the office, and the first and last name behind it.</summary>
    private static EntityMention? NamedWithOffice(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int office, int end)
    {
        if (end + 1 >= tokens.Count || !tokens[end].IsCapitalised || !tokens[end + 1].IsCapitalised) return null;
        var person = mentions.FirstOrDefault(m => m.Kind == EntityKind.Person && m.Span.Start <= tokens[office].Span.Start && m.Span.Contains(tokens[end + 1].Span));
        return person.Span.Length > 0 ? person : null;
    }

    private static EntityMention? PersonAfter(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int end)
    {
        if (end >= tokens.Count) return null;
        var gap = tokens[end].Span.Start - tokens[end - 1].Span.End;
        if (gap > 2 || gap == 2 && text[tokens[end - 1].Span.End] != ',') return null;
        var person = mentions.FirstOrDefault(m => m.Kind == EntityKind.Person && m.Span.Start == tokens[end].Span.Start);
        return person.Span.Length > 0 ? person : null;
    }

    /// <summary>"Name, (the) office": a comma and at most an article between; or "name is", "name is not", "name is no longer (the) office".</summary>
    private static (EntityMention Person, bool IsDenied)? PersonBefore(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int start)
    {
        var k = start;
        if (k > 0 && tokens[k - 1].Term is "the" or "a" or "an") k--;
        if (k > 1 && tokens[k - 1].Term == "as" && PersonLeaving(tokens, mentions, k - 2) is { } left) return (left, true);
        var office = k;
        if (k > 1 && tokens[k - 1].Term == "longer" && tokens[k - 2].Term == "no") k -= 2;
        else if (k > 0 && tokens[k - 1].Term is "not" or "never") k--;
        var isDenied = k < office;
        if (k > 0 && tokens[k - 1].Term is "is" or "was" or "as") k--;
        else if (k > 0 && !isDenied && tokens[k - 1].Term is "isn't" or "wasn't") (k, isDenied) = (k - 1, true);
        if (k == 0) return null;
        var person = EndingAt(mentions, tokens[k - 1].Span.End);
        if (person is not { Kind: EntityKind.Person } found) return null;
        var gap = text.AsSpan(found.Span.End, tokens[start].Span.Start - found.Span.End);
        return k < start && tokens[k].Term is "is" or "was" or "as" or "isn't" or "wasn't" || !isDenied && gap.TrimStart().StartsWith(",") ? (found, isDenied) : null;
    }

    /// <summary>"Name resigned", "name has been dismissed", whose last word is at <paramref name="last"/>.</summary>
    private static EntityMention? PersonLeaving(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, int last)
    {
        if (tokens[last].Term == "down") last--;
        if (last < 1 || !Leaving.Contains(tokens[last].Term)) return null;
        var before = last - 1;
        while (before > 0 && tokens[before].Term is "has" or "had" or "was" or "is" or "been") before--;
        return EndingAt(mentions, tokens[before].Span.End) is { Kind: EntityKind.Person } person ? person : null;
    }

    private static EntityMention? EndingAt(IReadOnlyList<EntityMention> mentions, int end)
    {
        foreach (var mention in mentions)
            if (mention.Span.End == end || mention.Span.End == end + 2) return mention;
        return null;
    }

    private static bool StartsMention(IReadOnlyList<EntityMention> mentions, Token token) => mentions.Any(m => m.Span.Start == token.Span.Start);

    private static bool Joined(string text, IReadOnlyList<Token> tokens, int i)
    {
        var gap = text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End);
        return gap.Length <= 3 && gap.IndexOfAny(".,;:") < 0;
    }
}
