using ChatBot.DiscordClient;
using Xunit;

namespace ChatBot.Tests.DiscordClient;

public sealed class FormatTests
{
    private static readonly string[] Hostile =
    [
        "**b**", "__u__", "~~s~~", "||x||", "`c`", "```", "> q", ">>> q", "# h", "## h", "-# small", "- item", "+ item", "1. one", "12) two", "* item",
        "[t](https://evil.example)", "<https://evil.example>", "https://evil.example/a_b", "http://x", "HTTPS://X.Y", "discord.gg/abc", "Discord.com/invite/abc", "@everyone", "@here", "<@1>", "<@!1>", "<@&1>",
        "<#1>", "</ask:1>", "<:smile:1>", "<a:smile:1>", "<t:1:R>", "<id:home>", "\\", "\\*", "\n", "\r\n", " ", "\u200b", "a", "24-25", "3.2%", "\u2028", "_", "*", "ünï", "🙂",
    ];

    [Fact]
    public void Ten_thousand_hostile_texts_form_nothing_and_come_back_whole()
    {
        var random = new Random(4);
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Hostile[random.Next(Hostile.Length)]));
            var safe = Format.Sanitize(text);
            Assert.Null(FirstFormed(safe));
            Assert.Equal(text.Replace("\u200b", "", StringComparison.Ordinal), Format.Unsanitize(safe));
        }
    }

    [Fact]
    public void The_check_itself_finds_what_is_formed()
    {
        foreach (var text in Hostile.Where(t => t is not ("\\" or "\\*" or "\n" or "\r\n" or " " or "\u200b" or "a" or "24-25" or "3.2%" or "\u2028" or "ünï" or "🙂")))
            Assert.NotNull(FirstFormed(text));
    }

    [Theory]
    [InlineData("24-25 June, 3.5% (of GDP)", "24-25 June, 3.5% (of GDP)")]
    [InlineData("- a\n1. b", "\\- a\n1\\. b")]
    [InlineData("a_b*c", "a\\_b\\*c")]
    public void Plain_text_stays_readable(string text, string expected) => Assert.Equal(expected, Format.Sanitize(text));

    [Fact]
    public void A_mention_at_either_end_is_not_part_of_the_question()
    {
        Assert.Equal("when?", MentionUtils.WithoutMention("<@1>, <@!1> when?", 1));
        Assert.Equal("when?", MentionUtils.WithoutMention("when? <@1>", 1));
        Assert.Equal("did <@1> say so?", MentionUtils.WithoutMention("did <@1> say so?", 1));
    }

    /// <summary>A reader of Discord's markup that knows only what begins something: the first such place, or null.</summary>
    private static string? FirstFormed(string text)
    {
        var lineStart = true;
        var digits = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var rest = text.AsSpan(i);
            if (c == '\\' && i + 1 < text.Length && !char.IsLetterOrDigit(text[i + 1]) && !char.IsWhiteSpace(text[i + 1]))
            {
                i++;
                (lineStart, digits) = (false, false);
                continue;
            }
            if (c is '*' or '_' or '~' or '|' or '`' or '<' or '[' || (lineStart && c is '#' or '-' or '+' or '>') && lineStart || (digits && c is '.' or ')') && digits)
                return $"{c} at {i}";
            foreach (var word in new[] { "@everyone", "@here", "://", "discord.gg/", "discord.com/", "discordapp.com/" })
            {
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return $"{word} at {i}";
            }
            digits = char.IsAsciiDigit(c) && (lineStart || digits);
            lineStart = c is '\n' or '\r' or '\u2028' || (lineStart && (char.IsWhiteSpace(c) || c == '\u200b'));
        }
        return null;
    }
}
