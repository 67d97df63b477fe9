using System.Text;

namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>
/// What the platform does to every text before it keeps it: control characters become spaces, carriage returns, line and paragraph
/// separators, directional overrides and three combining lines vanish, and the ends are trimmed.
/// </summary>
public static class ServerText
{
    /// <summary>The most that a message holds. Counted here in UTF-16 code units, the strictest reading of "characters".</summary>
    public const int MaxLength = 4096;

    /// <summary>A plain text as it will stand in a chat; empty if nothing of it would.</summary>
    public static string Clean(string text) => Clean(new FormattedText(text, [])).Text;

    internal static FormattedText Clean(FormattedText given)
    {
        var kept = new StringBuilder(given.Text.Length);
        var moved = new int[given.Text.Length + 1];
        for (var i = 0; i < given.Text.Length; i++)
        {
            moved[i] = kept.Length;
            var c = given.Text[i];
            if (c is '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A')
                continue;
            kept.Append(c < ' ' && c != '\n' ? ' ' : c);
        }
        moved[given.Text.Length] = kept.Length;
        var text = kept.ToString();
        var start = text.Length - text.TrimStart(' ', '\n').Length;
        var trimmed = text.Trim(' ', '\n');
        if (trimmed.All(IsInvisible))
            return new FormattedText("", []);
        int Place(int old) => Math.Clamp(moved[Math.Clamp(old, 0, given.Text.Length)] - start, 0, trimmed.Length);
        var entities = given.Entities
            .Select(entity => entity with { Offset = Place(entity.Offset), Length = Place(entity.End) - Place(entity.Offset) })
            .Where(entity => entity.Length > 0);
        return new FormattedText(trimmed, [.. entities]);
    }

    private static bool IsInvisible(char c) => c is ' ' or '\n' or '\u00A0' or '\u180E' or (>= '\u2000' and <= '\u200F') or '\u202F' or '\u205F' or (>= '\u2060' and <= '\u2064') or '\u3000' or '\uFEFF';
}
