using System.Collections;
using System.Globalization;
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
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                if (WithOneUnderscore(name) is { } meant) problems.Add($"{name}: a setting's parts are joined by two underscores; did you mean {meant}?");
                continue;
            }
            var key = SettingKeys.All.FirstOrDefault(known => Variable(known).Equals(name, StringComparison.OrdinalIgnoreCase)) ?? SettingKeys.InList(name[Prefix.Length..].Split("__"));
            if (key is not null) values[key] = new SettingValue(variable.Value as string ?? "", name, workingFolder);
            else problems.Add($"{name}: there is no such setting{(Nearest(name) is { } nearest ? $"; did you mean {nearest}?" : "")}");
        }
        foreach (var (option, text) in options) values[SettingKeys.Options[option]] = new SettingValue(text, "--" + option, workingFolder);

        var reader = new SettingValues(values, root, problems);
        var data = reader.Folder(SettingKeys.Data, "data");
        var settings = new ChatBotSettings
        {
            Topic = reader.Topic("config/topics/hague-2025"),
            Data = data,
            Store = reader.Store(Path.Combine(data, "chatbot.db")),
            StoreOrigin = reader.OriginOf(SettingKeys.Store),
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
                WebhookUrl = reader.Webhook(SettingKeys.TelegramWebhookUrl),
                WebhookSecret = reader.Token(SettingKeys.TelegramWebhookSecret, SettingKeys.TelegramWebhookSecretFile),
            },
            Fetching = reader.Allowed(SettingKeys.FetchAllow),
            IngestToken = reader.Token(SettingKeys.IngestToken, SettingKeys.IngestTokenFile, ShortestIngestToken),
            Sources = new SourceSettings(values, problems).Read(),
        };
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>The variable most likely meant: part for part, so that the right half of a name isn't lost on the wrong one, and in a list under the number given.</summary>
    private static string? Nearest(string name)
    {
        var parts = name[Prefix.Length..].Split("__");
        var keys = SettingKeys.All.ToList();
        if (parts is [_, var number, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            keys.AddRange(SettingKeys.Lists.SelectMany(list => list.Value.Select(field => $"{list.Key}:{number}:{field}")));
        var nearest = keys.Select(key => (Key: key, Parts: key.Split(':')))
            .Where(known => known.Parts.Length == parts.Length && parts.Zip(known.Parts).All(pair => NearestName.Of(pair.First, [pair.Second]) is not null))
            .OrderBy(known => parts.Zip(known.Parts).Count(pair => !pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase))).Select(known => Variable(known.Key)).ToList();
        return NearestName.Of(name, nearest) ?? NearestName.Of(name, keys.Select(Variable));
    }

    /// <summary>The variable that is meant by a name with too few underscores; null for one that is none of ours.</summary>
    private static string? WithOneUnderscore(string name) =>
        SettingKeys.All.Select(Variable).FirstOrDefault(known => known.Replace("__", "_", StringComparison.Ordinal).Equals(name.Replace("__", "_", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static string Variable(string key) => Prefix + key.Replace(":", "__", StringComparison.Ordinal);
}
