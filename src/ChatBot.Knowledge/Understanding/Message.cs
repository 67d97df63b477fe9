using System.Text;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// A message as it comes from a person: markup and addresses are taken out, and the sentences that ask are told from those that only lead up to them.
/// A person's own assertions ("NATO has 40 members. How many …") are no source and take no part in the search.
/// </summary>
/// <param name="Asked">The text that asks; never empty unless the message is.</param>
public sealed record Message(string Asked)
{
    /// <summary>Longest message read, in characters; what lies beyond is not read.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Reads a message.</summary>
    public static Message Read(string text)
    {
        var plain = WithoutMarkup(text.Length > MostCharacters ? text[..MostCharacters] : text);
        var sentences = SentenceSplitter.Split(plain);
        if (sentences.Count < 2) return new Message(plain.Trim());
        var asking = sentences.Where(s => s.Of(plain).TrimEnd('"', '\'', ')', ' ').EndsWith('?')).ToList();
        // Nobody types question marks in a hurry; then the first word tells.
        if (asking.Count == 0) asking = [.. sentences.Where(s => BeginsAsking(s.Of(plain)))];
        return asking.Count == 0 || asking.Count == sentences.Count ? new Message(plain.Trim()) : new Message(string.Join(' ', asking.Select(s => s.Of(plain))));
    }

    private static bool BeginsAsking(string sentence)
    {
        foreach (var token in Tokenizer.Tokenize(sentence))
            if (!LeadIns.Contains(token.Term)) return token.Term is "who" or "whos" or "who's" or "whom" or "whose" or "what" or "whats" or "what's" or "which" or "when" or "where" or "why" or "how";
        return false;
    }

    private static readonly HashSet<string> LeadIns = new(StringComparer.Ordinal) { "and", "but", "so", "also", "then", "btw", "ok", "okay", "well", "now", "please", "pls", "anyway", "hey", "hi" };

    /// <summary>Leaves out tags, platform mentions (<c>&lt;@123&gt;</c>, <c>@here</c>), addresses of web pages and invisible characters.</summary>
    private static string WithoutMarkup(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '@' or '#' or '!' or ':'))
            {
                var close = text.IndexOf('>', i);
                if (close > 0 && close - i < 300)
                {
                    i = close;
                    plain.Append(' ');
                    continue;
                }
            }
            if (c == '@' && i + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[i + 1]) || text[i + 1] == '_') && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                while (i + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[i + 1]) || text[i + 1] == '_')) i++;
                plain.Append(' ');
                continue;
            }
            if (c == 'h' && (text.AsSpan(i).StartsWith("http://", StringComparison.Ordinal) || text.AsSpan(i).StartsWith("https://", StringComparison.Ordinal)))
            {
                while (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) i++;
                plain.Append(' ');
                continue;
            }
            if (!Folding.IsInvisible(c)) plain.Append(char.IsControl(c) ? ' ' : c);
        }
        return plain.ToString();
    }
}
