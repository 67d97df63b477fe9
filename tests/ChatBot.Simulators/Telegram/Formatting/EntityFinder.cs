using System.Text.RegularExpressions;

namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>What the platform recognises in any text by itself: commands, names, addresses, tags.</summary>
internal static partial class EntityFinder
{
    private static readonly string[] Opaque = ["code", "pre", "text_link"];

    public static FormattedText AddFound(FormattedText text)
    {
        var found = new List<TextEntity>(text.Entities);
        foreach (var (type, pattern) in new[] { ("url", Url()), ("bot_command", Command()), ("mention", Mention()), ("hashtag", Hashtag()) })
            foreach (Match match in pattern.Matches(text.Text))
                if (!found.Any(other => (Opaque.Contains(other.Type) || other.Type is "url" or "bot_command") && match.Index < other.End
                    && other.Offset < match.Index + match.Length))
                    found.Add(new TextEntity(type, match.Index, match.Length));
        return text with { Entities = [.. found.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)] };
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)]")]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\w/@<>])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w/@])@[A-Za-z0-9_]{3,32}\b")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w&])#\w*\p{L}\w*")]
    private static partial Regex Hashtag();
}
