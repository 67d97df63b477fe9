using System.Text.Json.Nodes;
using ChatBot.Discord.Writing;
using ChatBot.Knowledge;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What commands do, in the language of a person's app.</summary>
public sealed class TranslationTests
{
    private static readonly Dictionary<string, string[]> Locales = new(StringComparer.Ordinal) { ["es"] = ["es-ES", "es-419"], ["pt"] = ["pt-BR"] };

    [Fact]
    public void Every_command_and_option_is_described_in_every_language_that_is_recognised()
    {
        string[] keys = [.. DiscordCommands.All.Where(command => command.Description.Length > 0).Select(command => "/" + command.Name), .. DiscordCommands.Described];
        Assert.Equal(keys.Order(StringComparer.Ordinal), DiscordTranslations.Keys.Order(StringComparer.Ordinal));
        var expected = Recognised().SelectMany(language => Locales.GetValueOrDefault(language, [language])).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(11, expected.Count);
        Assert.All(keys, key => Assert.Equal(expected, DiscordTranslations.Of(key)!.Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/ask is a command", "line 2: not \"key: description\"")]
    [InlineData("/ask: ", "line 2: not \"key: description\"")]
    [InlineData("/who: twice", "line 2: \"/who\" stands there already")]
    public void A_line_that_says_nothing_usable_is_told_with_its_number(string line, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => DiscordTranslations.Read("commands-xx.txt", ["/who: someone", line])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_description_that_the_platform_would_refuse_is_told() =>
        Assert.Contains("line 1: 101 characters; Discord takes 100", Assert.Throws<FormatException>(() => DiscordTranslations.Read("commands-xx.txt", [$"/who: {new string('x', 101)}"])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_German_app_shows_German_words_and_its_commands_are_understood()
    {
        await using var bot = await RunningBot.StartAsync();
        var berta = bot.Server.AddPerson("Berta", "de");
        var channel = bot.World.AddGuild("Harbour watchers", berta.User, "general").Channels[0];
        Assert.Equal("wer jemand hier ist", (string?)Assert.Single(bot.World.Commands, command => (string?)command["name"] == "who")["description_localizations"]!["de"]);
        var answered = await bot.AnsweredAsync(berta.Slash(channel, "who", ("name", "Hedda Quist")));
        Assert.Contains("Quist", answered.Original!.Embeds.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_that_another_version_had_is_replaced()
    {
        await using var bot = await RunningBot.StartAsync();
        lock (bot.World.Lock) Assert.Single(bot.World.Commands, command => (string?)command["name"] == "when")["description_localizations"] = new JsonObject { ["de"] = "veraltet" };
        await bot.RestartAsync();
        Assert.Equal(2, bot.Server.Ledger.Entries.Count(entry => entry.Method == "PUT"));
        Assert.Equal("wann es stattfindet", (string?)Assert.Single(bot.World.Commands, command => (string?)command["name"] == "when")["description_localizations"]!["de"]);
    }

    private static IEnumerable<string> Recognised()
    {
        using var file = typeof(KnowledgeBase).Assembly.GetManifestResourceStream("other-languages.txt")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':')[0])];
    }
}
