namespace ChatBot.DiscordClient;

public static class MentionUtils
{
    public static string MentionUser(ulong id) => $"<@{id}>";

    public static string MentionChannel(ulong id) => $"<#{id}>";

    /// <summary>The text without the mentions of that user at its start or end, trimmed: the question in "@bot when is it?".</summary>
    public static string WithoutMention(string text, ulong userId)
    {
        string[] forms = [MentionUser(userId), $"<@!{userId}>"];
        var rest = text.Trim();
        while (true)
        {
            if (forms.FirstOrDefault(f => rest.StartsWith(f, StringComparison.Ordinal)) is { } first)
                rest = rest[first.Length..].TrimStart(' ', ',', ':', '\n', '\t');
            else if (forms.FirstOrDefault(f => rest.EndsWith(f, StringComparison.Ordinal)) is { } last)
                rest = rest[..^last.Length].TrimEnd();
            else
                return rest;
        }
    }
}
