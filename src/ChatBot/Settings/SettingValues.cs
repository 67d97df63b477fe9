using ChatBot.Sources;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Settings;

/// <summary>Turns texts into typed settings; what can't be is noted, with its origin, and replaced by the default so that the rest is still checked.</summary>
internal sealed class SettingValues(IReadOnlyDictionary<string, SettingValue> values, string root, List<string> problems)
{
    /// <summary>Where the service's own page and health answer, and below.</summary>
    private static readonly string[] PagePaths = ["/api", "/health", "/documents", "/deliveries", "/page.css", "/page.js"];

    public string Folder(string key, string byDefault) => Text(key) is { } value ? value.FullPath : Path.GetFullPath(byDefault, root);

    public string Topic(string byDefault) => Text(SettingKeys.Topic) is { Text: TopicFolder.NoTopic } ? TopicFolder.NoTopic : Folder(SettingKeys.Topic, byDefault);

    public StoreAddress Store(string byDefault)
    {
        if (Text(SettingKeys.Store) is not { } value) return new StoreAddress.SqliteFile(byDefault);
        try
        {
            return StoreAddress.Parse(value.Text) is StoreAddress.SqliteFile ? new StoreAddress.SqliteFile(value.FullPath) : StoreAddress.Parse(value.Text);
        }
        catch (FormatException wrong)
        {
            problems.Add($"{value.Origin}: {wrong.Message}");
            return new StoreAddress.SqliteFile(byDefault);
        }
    }

    /// <summary>Who gave a setting; null where nobody did.</summary>
    public string? OriginOf(string key) => Text(key)?.Origin;

    /// <summary>An address to listen on.</summary>
    public string ListenAddress(string key, string byDefault)
    {
        if (Text(key) is not { } value) return byDefault;
        // "*" and "+" mean every interface, and are no host to Uri.
        var plain = value.Text.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal);
        if (Uri.TryCreate(plain, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/") return value.Text.TrimEnd('/');
        problems.Add($"{value.Origin}: '{value.Text}' is no address to listen on; write it like {byDefault} (for https, put a reverse proxy in front)");
        return byDefault;
    }

    /// <summary>An address to call, without a slash at its end; null where it isn't set. One of this machine may be http even where others may not.</summary>
    public Uri? Address(string key, bool secureOnly)
    {
        if (Text(key) is not { } value) return null;
        var usable = Uri.TryCreate(value.Text.TrimEnd('/'), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || ((!secureOnly || address.IsLoopback) && address.Scheme == Uri.UriSchemeHttp)) && address.UserInfo.Length == 0 && address.Query.Length == 0;
        if (usable) return address;
        problems.Add($"{value.Origin}: '{value.Text}' is no {(secureOnly ? "https" : "http or https")} address");
        return null;
    }

    /// <summary>The https address that a platform posts to; its path must be none that the page answers itself.</summary>
    public Uri? Webhook(string key)
    {
        if (Address(key, true) is not { } address || Text(key) is not { } value) return null;
        var path = address.AbsolutePath.TrimEnd('/');
        if (path.Length > 0 && !PagePaths.Any(own => path == own || path.StartsWith(own + "/", StringComparison.Ordinal))) return address;
        problems.Add($"{value.Origin}: the page itself answers at {(path.Length == 0 ? "/" : path)}; give a path of its own, like {address.GetLeftPart(UriPartial.Authority)}/telegram");
        return null;
    }

    /// <summary>Hosts and networks that may be fetched from besides the public Internet.</summary>
    public AddressPolicy Allowed(string key)
    {
        if (Text(key) is not { } value) return AddressPolicy.PublicOnly;
        if (AddressPolicy.TryParse(value.Text, out var policy, out var wrong)) return policy;
        foreach (var entry in wrong) problems.Add($"{value.Origin}: '{entry}' is no host, address or network; write them like intranet.example.org, 10.1.2.3, 10.1.0.0/16, with commas between");
        return AddressPolicy.PublicOnly;
    }

    /// <summary>A secret, given itself or as the name of a file that holds it; null where neither is set.</summary>
    public string? Token(string key, string fileKey, int shortest = 1)
    {
        var token = Text(key);
        var file = Text(fileKey);
        if (token is not null && file is not null)
        {
            problems.Add($"{token.Origin} and {file.Origin}: give the token or its file, not both");
            return null;
        }
        if (file is not null)
        {
            try
            {
                token = new SettingValue(File.ReadAllText(file.FullPath).Trim(), file.Origin, root);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file.Origin}: the token file '{file.FullPath}' can't be read ({unreadable.Message})");
                return null;
            }
        }
        if (token is null) return null;
        if (token.Text.Length == 0 || token.Text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            problems.Add($"{token.Origin}: this is no token: it is empty or has a space or line break in it");
        else if (token.Text.Length < shortest) problems.Add($"{token.Origin}: this token is too easily guessed; give it at least {shortest} characters");
        else return token.Text;
        return null;
    }

    private SettingValue? Text(string key)
    {
        // An empty variable is how shells and compose files say "not set".
        if (!values.TryGetValue(key, out var value) || value.Text.Trim().Length == 0) return null;
        return value with { Text = value.Text.Trim() };
    }
}
