namespace ChatBot.Tests.Discord;

/// <summary>Texts as nobody kind types them: marks, mentions, links, right-to-left, joined emoji, halves of characters. The same each time.</summary>
internal static class HostileTexts
{
    private static readonly string[] Parts =
    [
        "**", "*", "***", "_", "__", "~~", "||", "`", "```", "```cs\n", "> ", ">>> ", "# ", "## ", "-# ", "- ", "+ ", "1. ", "12) ", "[", "]", "(", ")", "[t](https://evil.example)", "](https://evil.example)",
        "<https://evil.example>", "https://evil.example/a_b", "http://x.y", "HTTPS://X.Y", "discord.gg/abc", "discord.com/invite/abc", "@everyone", "@here", "@", "<@1>", "<@!1>", "<@&1>", "<#1>",
        "</ask:1>", "<:smile:1>", "<a:smile:1>", "<t:1:R>", "<id:home>", "<", ">", "\\", "\\\\", "\\*", "\n", "\r\n", "\n\n\n", " ", "\t", "\u2028", "\u200b", "\ufeff", "שלום", "\u202eevil\u202c", "👨‍👩‍👧‍👦",
        "\U0001F600", "\ud83d", "\ude00", "e\u0301", "\0", "%s", "{0}", "&lt;", "24-25", "3.2%", "When does the quay open", "Quist", "/who", "?", "a", "ünï", "p:1:2:3:4", ":smile:", "𝕳𝖊𝖑𝖑𝖔",
    ];

    public static IEnumerable<string> Take(int count)
    {
        var random = new Random(20310314);
        for (var i = 0; i < count; i++) yield return string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Parts[random.Next(Parts.Length)])) + "x";
    }
}
