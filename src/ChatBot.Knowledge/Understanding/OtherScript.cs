namespace ChatBot.Knowledge.Understanding;

/// <summary>Tells the language of a message by its letters, where these are none of English's.</summary>
internal static class OtherScript
{
    /// <summary>The blocks of Unicode's letters that tell a script, each with the language that most who write in it understand.</summary>
    private static readonly (char From, char To, string Language)[] Blocks =
    [
        ('\u0370', '\u03FF', "el"), ('\u1F00', '\u1FFF', "el"), ('\u0400', '\u052F', "ru"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"), ('\u0750', '\u077F', "ar"), ('\u0900', '\u097F', "hi"),
        ('\u1100', '\u11FF', "ko"), ('\uAC00', '\uD7AF', "ko"), ('\u3040', '\u30FF', "ja"), ('\u3400', '\u9FFF', "zh"),
    ];

    private const string Ukrainian = "іїєґІЇЄҐ";

    /// <summary>The language's code ("ja"), "other" where the letters are of a script that isn't known here; null where most are English's.</summary>
    public static string? Of(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        var foreign = letters.FindAll(letter => letter > '\u024F' && letter is not (>= '\u1E00' and <= '\u1EFF'));
        if (foreign.Count * 2 <= letters.Count) return null;
        if (foreign.Exists(Ukrainian.Contains)) return "uk";
        var languages = foreign.CountBy(letter => Array.Find(Blocks, block => letter >= block.From && letter <= block.To).Language ?? "other").ToDictionary();
        // Japanese writes Chinese characters among its own; nobody else has those.
        return languages.ContainsKey("ja") ? "ja" : languages.MaxBy(pair => pair.Value).Key;
    }
}
