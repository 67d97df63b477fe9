using System.Globalization;

namespace ChatBot.Settings;

/// <summary>Every setting there is, by its key in .NET's form (<c>Web:Url</c> is <c>{"Web": {"Url": …}}</c> in the file and <c>ChatBot__Web__Url</c> outside).</summary>
internal static class SettingKeys
{
    public const string Topic = "Topic";
    public const string Data = "Data";
    public const string Store = "Store";
    public const string WebUrl = "Web:Url";
    public const string DiscordToken = "Discord:Token";
    public const string DiscordTokenFile = "Discord:TokenFile";
    public const string DiscordApiRoot = "Discord:ApiRoot";
    public const string TelegramToken = "Telegram:Token";
    public const string TelegramTokenFile = "Telegram:TokenFile";
    public const string TelegramApiRoot = "Telegram:ApiRoot";
    public const string TelegramWebhookUrl = "Telegram:Webhook:Url";
    public const string TelegramWebhookSecret = "Telegram:Webhook:Secret";
    public const string TelegramWebhookSecretFile = "Telegram:Webhook:SecretFile";

    public const string FetchAllow = "Fetch:Allow";
    public const string IngestToken = "Ingest:Token";
    public const string IngestTokenFile = "Ingest:TokenFile";
    public const string Sources = "Sources";

    /// <summary>The most that a list may hold.</summary>
    public const int MostInList = 1000;

    public static IReadOnlyList<string> All { get; } =
    [
        Topic, Data, Store, WebUrl, DiscordToken, DiscordTokenFile, DiscordApiRoot, TelegramToken, TelegramTokenFile, TelegramApiRoot, TelegramWebhookUrl, FetchAllow, IngestToken, IngestTokenFile,
        TelegramWebhookSecret, TelegramWebhookSecretFile,
    ];

    /// <summary>Lists of objects, and the fields that each may have. Their values have keys too: <c>Sources:0:Feed</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
    {
        [Sources] = ["Name", "Feed", "Folder", "Every", "Settle", "Text", "Publisher"],
    };

    /// <summary>Secrets: they come from the environment or a file of their own, and are never shown.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [DiscordToken, TelegramToken, TelegramWebhookSecret, IngestToken];

    /// <summary>The options of the command line that set one, without their dashes.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic"] = Topic,
        ["data"] = Data,
        ["store"] = Store,
        ["url"] = WebUrl,
    };

    /// <summary>The key of a value in a list, as <c>Sources:0:Feed</c>; null where no list has such a field.</summary>
    /// <param name="parts">List, number and field.</param>
    public static string? InList(IReadOnlyList<string> parts)
    {
        if (parts is not [var list, var number, var field] || !Lists.TryGetValue(list, out var fields)) return null;
        var known = fields.FirstOrDefault(name => name.Equals(field, StringComparison.OrdinalIgnoreCase));
        return known is not null && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < MostInList
            ? string.Create(CultureInfo.InvariantCulture, $"{Lists.Keys.First(name => name.Equals(list, StringComparison.OrdinalIgnoreCase))}:{index}:{known}")
            : null;
    }
}
