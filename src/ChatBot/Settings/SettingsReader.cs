using System.Collections;
using ChatBot.Discord;
using ChatBot.Knowledge.Text;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Web;

namespace ChatBot.Settings;

/// <summary>
/// Puts the settings together: defaults, then <c>config/chatbot.json</c>, then environment variables <c>ChatBot__…</c>, then options of the
/// command line; the later wins. All that is wrong is told at once.
/// </summary>
internal static class SettingsReader
{
    private const string FileName = "config/chatbot.json";
    private const string Prefix = "ChatBot__";

    /// <summary>Whoever can reach the web page may guess at this one.</summary>
    private const int ShortestIngestToken = 16;

    /// <summary>Reads the settings.</summary>
    /// <param name="root">The folder that holds <c>config/</c>; relative paths of the file and the defaults start there.</param>
    /// <param name="workingFolder">Where relative paths of the environment and the command line start.</param>
    /// <param name="environment">The environment variables; only those that begin with <c>ChatBot__</c> count.</param>
    /// <param name="options">Texts by option of the command line, without dashes (<see cref="SettingKeys.Options"/>).</param>
    /// <exception cref="SettingsException">Anything is wrong.</exception>
    public static ChatBotSettings Read(string root, string workingFolder, IDictionary environment, IReadOnlyDictionary<string, string> options)
    {
        var problems = new List<string>();
        var values = new Dictionary<string, SettingValue>(StringComparer.OrdinalIgnoreCase);
        var path = Path.Combine(root, FileName);
        if (File.Exists(path))
            foreach (var (key, value) in new SettingsFile(FileName, root, problems).Read(File.ReadAllBytes(path))) values[key] = value;
        foreach (DictionaryEntry variable in environment)
        {
            var name = variable.Key as string ?? "";
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var key = SettingKeys.All.FirstOrDefault(known => Variable(known).Equals(name, StringComparison.OrdinalIgnoreCase)) ?? SettingKeys.InList(name[Prefix.Length..].Split("__"));
            if (key is not null) values[key] = new SettingValue(variable.Value as string ?? "", name, workingFolder);
            else problems.Add($"{name}: there is no such setting{(NearestName.Of(name, SettingKeys.All.Select(Variable)) is { } nearest ? $"; did you mean {nearest}?" : "")}");
        }
        foreach (var (option, text) in options) values[SettingKeys.Options[option]] = new SettingValue(text, "--" + option, workingFolder);

        var reader = new SettingValues(values, root, problems);
        var data = reader.Folder(SettingKeys.Data, "data");
        var settings = new ChatBotSettings
        {
            Topic = reader.Topic("config/topics/hague-2025"),
            Data = data,
            Store = reader.Store(Path.Combine(data, "chatbot.db")),
            Web = new WebOptions { Url = reader.ListenAddress(SettingKeys.WebUrl, WebOptions.DefaultUrl) },
            Discord = new DiscordOptions
            {
                Token = reader.Token(SettingKeys.DiscordToken, SettingKeys.DiscordTokenFile),
                ApiRoot = reader.Address(SettingKeys.DiscordApiRoot, false) ?? DiscordOptions.DefaultApiRoot,
            },
            Telegram = new TelegramOptions
            {
                Token = reader.Token(SettingKeys.TelegramToken, SettingKeys.TelegramTokenFile),
                ApiRoot = reader.Address(SettingKeys.TelegramApiRoot, false) ?? TelegramOptions.DefaultApiRoot,
                WebhookUrl = reader.Address(SettingKeys.TelegramWebhookUrl, true),
                WebhookSecret = reader.Token(SettingKeys.TelegramWebhookSecret, SettingKeys.TelegramWebhookSecretFile),
            },
            Fetching = reader.Allowed(SettingKeys.FetchAllow),
            IngestToken = reader.Token(SettingKeys.IngestToken, SettingKeys.IngestTokenFile, ShortestIngestToken),
            Sources = new SourceSettings(values, problems).Read(),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static string Variable(string key) => Prefix + key.Replace(":", "__", StringComparison.Ordinal);
}
