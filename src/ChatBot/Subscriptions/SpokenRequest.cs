namespace ChatBot.Subscriptions;

/// <summary>Takes from what is to be followed the words with which people ask for it: "me to everything", "a digest of Trump", "news about drones, please". Pure.</summary>
internal static class SpokenRequest
{
    /// <summary>The words without those that only address the bot, at both ends.</summary>
    public static string WithoutCourtesy(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words is [_, _, ..] && Is(words[0], "me", "us")) words.RemoveAt(0);
        if (words is [_, _, ..] && Is(words[^1], "please", "pls", "thanks")) words.RemoveAt(words.Count - 1);
        // "To a daily digest of", "a weekly update on".
        var rhythm = words.FindIndex(word => !Is(word, "to", "for", "a", "an", "my", "our"));
        if (rhythm > 0 && Is(words[rhythm], "daily", "weekly")) words.RemoveRange(0, rhythm);
        return string.Join(' ', words);
    }

    /// <summary>What "news" or "updates" stand behind; null where neither does.</summary>
    public static string? Named(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.. var named, var last] && named.Length > 0 && IsNews(last) ? string.Join(' ', named) : null;

    /// <summary>What "news about", "a digest of" or "updates on" stand before; null where no such words do, or nothing else.</summary>
    public static string? Matter(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        while (at < words.Length && Is(words[at], "a", "an", "the", "all", "any", "every", "latest")) at++;
        if (at >= words.Length || !IsNews(words[at]) && !Is(words[at], "everything", "anything")) return null;
        at++;
        return at + 1 < words.Length && Is(words[at], "about", "on", "of", "for", "regarding", "concerning", "from") ? string.Join(' ', words[(at + 1)..]) : null;
    }

    /// <summary>What is to happen before anything is told ("when the gates open"); null where the words say no such thing.</summary>
    public static string? Event(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, _, ..] words && Is(first, "when", "whenever", "if") ? string.Join(' ', words[1..]) : null;

    private static bool IsNews(string word) => Is(word, "news", "update", "updates", "digest", "digests", "summary", "summaries", "alerts");

    private static bool Is(string word, params ReadOnlySpan<string> others)
    {
        foreach (var other in others)
            if (word.TrimEnd(',', '.', '!').Equals(other, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
