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

    public static IReadOnlyList<string> All { get; } =
    [
        Topic, Data, Store, WebUrl, DiscordToken, DiscordTokenFile, DiscordApiRoot, TelegramToken, TelegramTokenFile, TelegramApiRoot, TelegramWebhookUrl,
        TelegramWebhookSecret, TelegramWebhookSecretFile,
    ];

    /// <summary>Secrets: they come from the environment or a file of their own, and are never shown.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [DiscordToken, TelegramToken, TelegramWebhookSecret];

    /// <summary>The options of the command line that set one, without their dashes.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic"] = Topic,
        ["data"] = Data,
        ["store"] = Store,
        ["url"] = WebUrl,
    };
}
