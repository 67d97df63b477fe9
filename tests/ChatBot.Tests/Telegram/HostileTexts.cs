namespace ChatBot.Tests.Telegram;

/// <summary>Texts as nobody kind types them: markup, entities, right-to-left, joined emoji, halves of characters, the limit's edges. The same each time.</summary>
internal static class HostileTexts
{
    private static readonly string[] Parts =
    [
        "<b>", "</b>", "<a href=\"javascript:x\">", "<script>alert(1)</script>", "&lt;", "&amp;amp;", "&", "<", ">", "\"", "'", "&#60;", "</blockquote>", "<pre", "*_`[]()~", "\\",
        "שלום", "\u202eevil\u202c", "\u200f", "👨‍👩‍👧‍👦", "🏳️‍🌈", "\U0001F600", "\ud83d", "\ude00", "e\u0301", "\u0000", "\u200b", "\ufeff", "\n\n\n", "\t", "%s %n", "'; DROP TABLE facts; --",
        "When does the quay open", "Quist", "/who", "@chat_test_bot", "https://x.example/?a=<b>&c", " ", "?", "{0}", "p:1:2:3", "𝕳𝖊𝖑𝖑𝖔", "\u0e01\u0e38", "ＡＢＣ",
    ];

    public static IEnumerable<string> Take(int count)
    {
        var random = new Random(20310314);
        for (var i = 0; i < count; i++) yield return string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Parts[random.Next(Parts.Length)])) + "x";
    }
}
