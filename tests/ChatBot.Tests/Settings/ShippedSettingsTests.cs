using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Settings;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Settings;

public sealed class ShippedSettingsTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static JsonObject Schema => Parse("chatbot.schema.json");

    [Fact]
    public void The_shipped_settings_obey_their_schema() => Assert.Empty(Violations(Schema, Parse("chatbot.json"), "chatbot.json"));

    [Fact]
    public void The_schema_has_every_setting_but_the_secrets_and_no_other() => Assert.Equal(
        SettingKeys.All.Except(SettingKeys.Secrets).Concat(SettingKeys.Lists.Keys).Order(StringComparer.Ordinal), Keys(Schema, "").Where(key => key != "$schema").Order(StringComparer.Ordinal));

    [Fact]
    public void The_schema_refuses_what_it_should()
    {
        var wrong = JsonNode.Parse("""{ "Topik": "x", "Web": { "Url": "https://y" }, "Data": 5 }""");
        Assert.Equal(["/Topik", "/Web/Url", "/Data"], Violations(Schema, wrong, ""));
    }

    [Fact]
    public void The_shipped_settings_can_be_read_and_name_a_topic_that_is_there()
    {
        var settings = SettingsReader.Read(RepositoryRoot.Path, "/", new Hashtable(), new Dictionary<string, string>());
        Assert.Equal("hague-2025", TopicFolder.ReadTopic(settings.Topic).Id);
    }

    [Theory]
    [InlineData("59s", false)]
    [InlineData("60s", true)]
    [InlineData("1m", true)]
    [InlineData("0m", false)]
    [InlineData("15m", true)]
    [InlineData("7d", true)]
    public void The_schema_takes_no_shorter_interval_for_a_feed_than_the_program_does(string every, bool isTaken)
    {
        var pattern = Schema["properties"]?["Sources"]?["items"]?["then"]?["properties"]?["Every"]?["pattern"]?.GetValue<string>();
        Assert.Equal(isTaken, Regex.IsMatch(every, Assert.IsType<string>(pattern)));
        var environment = new Hashtable { ["ChatBot__Sources__0__Name"] = "wire", ["ChatBot__Sources__0__Feed"] = "https://news.example/rss", ["ChatBot__Sources__0__Every"] = every };
        var wrong = Record.Exception(() => SettingsReader.Read(RepositoryRoot.Path, "/", environment, new Dictionary<string, string>()));
        Assert.Equal(isTaken, wrong is null);
    }

    private static JsonObject Parse(string name) =>
        Assert.IsType<JsonObject>(JsonNode.Parse(File.ReadAllText(RepositoryRoot.File("config", name)), documentOptions: Lenient));

    private static IEnumerable<string> Keys(JsonObject schema, string prefix) => Assert.IsType<JsonObject>(schema["properties"]).SelectMany(
        property => property.Value is JsonObject { } inner && inner.ContainsKey("properties") ? Keys(inner, prefix + property.Key + ":") : [prefix + property.Key]);

    /// <summary>The places that break the part of JSON Schema that ours uses.</summary>
    private static IEnumerable<string> Violations(JsonNode? schema, JsonNode? value, string at)
    {
        if (schema is null) return [at];
        if (schema["type"]?.GetValue<string>() == "string")
        {
            if (value?.GetValueKind() != JsonValueKind.String) return [at];
            var text = value.GetValue<string>();
            var fits = text.Length >= (schema["minLength"]?.GetValue<int>() ?? 0) && (schema["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.GetValue<string>()));
            return fits ? [] : [at];
        }
        return value is JsonObject fields ? fields.SelectMany(field => Violations(schema["properties"]?[field.Key], field.Value, $"{at}/{field.Key}")) : [at];
    }
}
