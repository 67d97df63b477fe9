using System.Collections;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chatbot-settings-").FullName;

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public void Without_any_setting_the_defaults_hold()
    {
        var settings = Read();
        Assert.Equal(Path.Combine(_root, "config/topics/hague-2025"), settings.Topic);
        Assert.Equal(new StoreAddress.SqliteFile(Path.Combine(_root, "data", "chatbot.db")), settings.Store);
        Assert.Equal("http://127.0.0.1:5080", settings.Web.Url);
        Assert.Equal(("https://discord.com/api", "https://api.telegram.org/"), (settings.Discord.ApiRoot.ToString(), settings.Telegram.ApiRoot.ToString()));
        Assert.Empty(settings.Sources);
        Assert.Null(settings.IngestToken);
        Assert.NotNull(settings.Fetching.Objection("x", System.Net.IPAddress.Loopback));
        Assert.Equal((null, null, null), (settings.Discord.Token, settings.Telegram.Token, settings.Telegram.WebhookUrl));
    }

    [Fact]
    public void The_environment_overrides_the_file_and_the_command_line_overrides_both()
    {
        var file = """{ "Topic": "a", "Data": "b", "Web": { "Url": "http://127.0.0.1:1" } }""";
        var settings = Read(file, [("ChatBot__Data", "/env"), ("CHATBOT__WEB__URL", "http://127.0.0.1:2"), ("PATH", "/bin")], ("url", "http://*:3"));
        Assert.Equal(Path.Combine(_root, "a"), settings.Topic);
        Assert.Equal("/env", settings.Data);
        Assert.Equal(new StoreAddress.SqliteFile("/env/chatbot.db"), settings.Store);
        Assert.Equal("http://*:3", settings.Web.Url);
    }

    [Fact]
    public void Paths_of_the_file_start_at_the_installation_and_others_at_the_working_folder()
    {
        var settings = Read("""{ "Topic": "topics/x" }""", [("ChatBot__Store", "mine.db")], ("data", "here"));
        Assert.Equal(Path.Combine(_root, "topics/x"), settings.Topic);
        Assert.Equal(new StoreAddress.SqliteFile("/work-folder/mine.db"), settings.Store);
        Assert.Equal("/work-folder/here", settings.Data);
    }

    [Fact]
    public void No_topic_and_a_server_are_no_paths()
    {
        var settings = Read(null, [("ChatBot__Store", "Host=db;Database=bot")], ("topic", "none"));
        Assert.Equal("none", settings.Topic);
        Assert.IsType<StoreAddress.PostgreSqlServer>(settings.Store);
    }

    [Fact]
    public void Tokens_come_from_the_environment_or_a_file_and_an_empty_variable_is_none()
    {
        File.WriteAllText(Path.Combine(_root, "secret"), "file-token\n");
        var settings = Read(null, [("ChatBot__Discord__TokenFile", Path.Combine(_root, "secret")), ("ChatBot__Telegram__Token", " 1:env-token "), ("ChatBot__Discord__Token", "")]);
        Assert.Equal(("file-token", "1:env-token"), (settings.Discord.Token, settings.Telegram.Token));
    }

    [Theory]
    [InlineData("{\n  \"Topik\": \"x\"\n}", "config/chatbot.json:2:3: unknown key 'Topik'; did you mean 'Topic'?")]
    [InlineData("{\n  \"Web\": {\n    \"Port\": \"1\" } }", "config/chatbot.json:3:5: unknown key 'Port'; known here: Url")]
    [InlineData("{ \"Colour\": { \"a\": [1, {}] }, \"Data\": \"d\" }", "config/chatbot.json:1:3: unknown key 'Colour'; known here: Topic, Data, Store, Web, Discord, Telegram, Fetch, Ingest, Sources")]
    [InlineData("{ \"Web\": \"x\" }", "config/chatbot.json:1:3: 'Web' must be an object: \"Web\": { … }")]
    [InlineData("{ \"Data\": 5 }", "config/chatbot.json:1:3: 'Data' must be a text in quotes")]
    [InlineData("{ \"Data\": \"a\", \"Data\": \"b\" }", "config/chatbot.json:1:16: the key 'Data' is given twice; keep one")]
    [InlineData("{\n  // a comment with ünïcode\n  \"Ünï\": \"\", }", "config/chatbot.json:3:3: unknown key 'Ünï'; known here: Topic, Data, Store, Web, Discord, Telegram, Fetch, Ingest, Sources")]
    [InlineData("[]", "config/chatbot.json:1:1: the file must hold one object: { … }")]
    [InlineData("{\n  \"Data\": \"a\"\n  \"Topic\": \"b\" }", "config/chatbot.json:3:3: this is not valid JSON; look for a missing quote, comma or bracket")]
    [InlineData("", "config/chatbot.json:1:1: this is not valid JSON; look for a missing quote, comma or bracket")]
    [InlineData("{ \"Discord\": { \"Token\": \"geheim\" } }", "config/chatbot.json:1:16: a token doesn't belong in this file; set the environment variable ChatBot__Discord__Token, or name a file that holds it as 'Discord:TokenFile'")]
    [InlineData("{ \"Web\": { \"Url\": \"https://x\" } }", "config/chatbot.json:1:19: 'https://x' is no address to listen on; write it like http://127.0.0.1:5080 (for https, put a reverse proxy in front)")]
    [InlineData("{ \"Telegram\": { \"Webhook\": { \"Url\": \"http://x\" } } }", "config/chatbot.json:1:37: 'http://x' is no https address")]
    [InlineData("{ \"Telegram\": { \"Webhook\": { \"Url\": \"https://x/api/documents/\" } } }", "config/chatbot.json:1:37: the page itself answers at /api/documents; give a path of its own, like https://x/telegram")]
    [InlineData("{ \"Telegram\": { \"Webhook\": { \"Url\": \"https://x\" } } }", "config/chatbot.json:1:37: the page itself answers at /; give a path of its own, like https://x/telegram")]
    [InlineData("{ \"Discord\": { \"ApiRoot\": \"discord.com\" } }", "config/chatbot.json:1:27: 'discord.com' is no http or https address")]
    [InlineData("{ \"Discord\": { \"TokenFile\": \"/nowhere/token\" } }", "config/chatbot.json:1:29: the token file '/nowhere/token' can't be read (Could not find a part of the path '/nowhere/token'.)")]
    public void A_wrong_file_is_told_with_line_and_remedy(string file, string expected) => Assert.Equal(expected, Assert.Single(Problems(file, [])));

    [Fact]
    public void Sources_are_read_in_their_order_with_what_is_usual()
    {
        var settings = Read("""
            { "Fetch": { "Allow": "10.1.0.0/16, intranet.example" },
              "Sources": [
                { "Name": "wire", "Feed": "https://news.example/rss", "Every": "2h", "Text": "page", "Publisher": "The Wire" },
                { "Name": "inbox", "Folder": "data/inbox", "Settle": "10s" },
                { "Name": "plain", "Feed": "http://other.example/atom.xml" } ] }
            """, [("ChatBot__Sources__2__Every", "30m")]);
        Assert.Equal(
            [
                new SourceOptions.Feed("wire", new Uri("https://news.example/rss"), TimeSpan.FromHours(2)) { FromPages = true, Publisher = "The Wire" },
                new SourceOptions.Folder("inbox", Path.Combine(_root, "data/inbox"), TimeSpan.FromSeconds(5)) { Settle = TimeSpan.FromSeconds(10) },
                new SourceOptions.Feed("plain", new Uri("http://other.example/atom.xml"), TimeSpan.FromMinutes(30)),
            ], settings.Sources);
        Assert.Null(settings.Fetching.Objection("x", System.Net.IPAddress.Parse("10.1.2.3")));
    }

    [Theory]
    [InlineData("{ \"Sources\": {} }", "config/chatbot.json:1:3: 'Sources' must be a list of objects: \"Sources\": [ { … } ]")]
    [InlineData("{ \"Sources\": [\n \"x\" ] }", "config/chatbot.json:2:2: 'Sources' holds objects: { \"Name\": … }")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\", \"Fed\": \"x\", \"Folder\": \"f\" } ] }", "config/chatbot.json:2:17: unknown key 'Fed'; did you mean 'Feed'?")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\" } ] }", "config/chatbot.json:2:12: a source has either a 'Feed' or a 'Folder'")]
    [InlineData("{ \"Sources\": [\n { \"Folder\": \"f\" } ] }", "config/chatbot.json:2:14: a source needs a 'Name'")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"A b\", \"Folder\": \"f\" } ] }", "config/chatbot.json:2:12: 'A b' is no name of a source: 1 to 40 of a-z, 0-9 and '-', beginning with a letter or digit")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\", \"Feed\": \"file:///etc/passwd\" } ] }", "config/chatbot.json:2:25: 'file:///etc/passwd' is no http or https address (without user and password)")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\", \"Feed\": \"https://me:geheim@x/\" } ] }", "config/chatbot.json:2:25: '…' is no http or https address (without user and password)")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\", \"Feed\": \"https://x/\", \"Every\": \"5s\" } ] }", "config/chatbot.json:2:48: '5s' is no time for 'Every'; write it like 15m, 2h or 1d, from 1m to 7d")]
    [InlineData("{ \"Sources\": [\n { \"Name\": \"a\", \"Folder\": \"f\", \"Text\": \"page\" } ] }", "config/chatbot.json:2:40: a folder has no 'Text'")]
    [InlineData("{ \"Sources\": [ { \"Name\": \"a\", \"Folder\": \"f\" },\n { \"Name\": \"a\", \"Folder\": \"g\" } ] }", "config/chatbot.json:2:12: two sources are called 'a'; give one of them another name")]
    [InlineData("{ \"Fetch\": { \"Allow\": \"10.0.0.0/99\" } }", "config/chatbot.json:1:23: '10.0.0.0/99' is no host, address or network; write them like intranet.example.org, 10.1.2.3, 10.1.0.0/16, with commas between")]
    [InlineData("{ \"Ingest\": { \"Token\": \"geheim\" } }", "config/chatbot.json:1:15: a token doesn't belong in this file; set the environment variable ChatBot__Ingest__Token, or name a file that holds it as 'Ingest:TokenFile'")]
    public void A_wrong_source_is_told_with_line_and_remedy(string file, string expected) => Assert.Equal(expected, Assert.Single(Problems(file, [])));

    [Theory]
    [InlineData("ChatBot__Sources__0__Fed", "x")]
    [InlineData("ChatBot__Sources__x__Feed", "x")]
    [InlineData("ChatBot__Sources", "x")]
    public void A_wrong_source_of_the_environment_is_told(string name, string value) => Assert.StartsWith($"{name}: there is no such setting", Assert.Single(Problems(null, [(name, value)])));

    [Theory]
    [InlineData("ChatBot__Topik", "x", "ChatBot__Topik: there is no such setting; did you mean ChatBot__Topic?")]
    [InlineData("ChatBot__Telegram__Webook__Url", "x", "ChatBot__Telegram__Webook__Url: there is no such setting; did you mean ChatBot__Telegram__Webhook__Url?")]
    [InlineData("ChatBot__Discrod__Tokn", "x", "ChatBot__Discrod__Tokn: there is no such setting; did you mean ChatBot__Discord__Token?")]
    [InlineData("ChatBot__Sources__3__Fed", "x", "ChatBot__Sources__3__Fed: there is no such setting; did you mean ChatBot__Sources__3__Feed?")]
    [InlineData("ChatBot__Source__0__Folder", "x", "ChatBot__Source__0__Folder: there is no such setting; did you mean ChatBot__Sources__0__Folder?")]
    [InlineData("ChatBot_Web_Url", "x", "ChatBot_Web_Url: a setting's parts are joined by two underscores; did you mean ChatBot__Web__Url?")]
    [InlineData("ChatBot__Web__Url", "5080", "ChatBot__Web__Url: '5080' is no address to listen on; write it like http://127.0.0.1:5080 (for https, put a reverse proxy in front)")]
    [InlineData("ChatBot__Telegram__Token", "two words", "ChatBot__Telegram__Token: this is no token: it is empty or has a space or line break in it")]
    [InlineData("ChatBot__Ingest__Token", "short", "ChatBot__Ingest__Token: this token is too easily guessed; give it at least 16 characters")]
    [InlineData("ChatBot__Store", "postgres://u:geheim@h/d", "ChatBot__Store: Store is a postgres:// address; give the path of a file (SQLite), or 'Host=…;Port=…;Database=…;Username=…;Password=…' (PostgreSQL).")]
    public void A_wrong_variable_is_told_by_name(string name, string value, string expected) => Assert.Equal(expected, Assert.Single(Problems(null, [(name, value)])));

    [Fact]
    public void Everything_wrong_is_told_at_once() =>
        Assert.Equal(3, Problems("""{ "Topik": "x", "Web": { "Url": "y" } }""", [("ChatBot__Nonsense", "z")]).Count);

    private ChatBotSettings Read(string? file = null, (string, string)[]? environment = null, params (string, string)[] options)
    {
        if (file is not null)
        {
            Directory.CreateDirectory(Path.Combine(_root, "config"));
            File.WriteAllText(Path.Combine(_root, "config", "chatbot.json"), file);
        }
        var variables = new Hashtable();
        foreach (var (name, value) in environment ?? []) variables[name] = value;
        return SettingsReader.Read(_root, "/work-folder", variables, options.ToDictionary(option => option.Item1, option => option.Item2));
    }

    private IReadOnlyList<string> Problems(string? file, (string, string)[] environment) => Assert.Throws<SettingsException>(() => Read(file, environment)).Problems;
}
