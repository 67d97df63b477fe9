using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.Simulators.Discord;

/// <summary>Discord's published description of its HTTP API, held against what went over the wire.</summary>
internal sealed class DiscordContract
{
    private static readonly Lazy<DiscordContract?> Loaded = new(Load);
    private readonly JsonObject _paths;
    private readonly JsonSchema _schema;

    private DiscordContract(JsonObject description)
    {
        _paths = (JsonObject)description["paths"]!;
        _schema = new JsonSchema(description);
    }

    /// <summary>Skips the test with the reason where the description is not at hand; in CI that is a failure.</summary>
    public static DiscordContract Require()
    {
        const string reason = "shared/contracts/discord-openapi.json was not found beside the repository.";
        if (Loaded.Value is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.SkipWhen(Loaded.Value is null, reason);
        return Loaded.Value!;
    }

    /// <summary>None where the description is not at hand.</summary>
    public static IReadOnlyList<string> ViolationsIn(Ledger ledger) => Loaded.Value?.Check(ledger.Entries) ?? [];

    public IReadOnlyList<string> Check(IEnumerable<LedgerEntry> entries) => [.. entries.SelectMany(Check).Distinct()];

    private IEnumerable<string> Check(LedgerEntry entry)
    {
        var what = $"{entry.Method} {entry.Path} → {entry.Status}";
        if (Operation(entry) is not { } operation)
        {
            // The simulator says 404 to a route that does not exist.
            return entry.Status == 404 ? [] : [$"{what}: no such operation is published"];
        }
        return [.. Request(entry, operation).Select(e => $"{what}: request {e}"), .. Answer(entry, operation).Select(e => $"{what}: answer {e}")];
    }

    private IEnumerable<string> Request(LedgerEntry entry, JsonObject operation)
    {
        // Tests send wrong forms on purpose, and those are refused.
        if (entry.Status >= 400 || entry.RequestBody is null)
            return [];
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not JsonObject schema)
            return ["a body where none is published"];
        // The documentation has this bit set as a string, the description as a number; the documentation wins.
        return _schema.Check(JsonNode.Parse(entry.RequestBody), schema).Where(e => !e.Contains("default_member_permissions", StringComparison.Ordinal));
    }

    private IEnumerable<string> Answer(LedgerEntry entry, JsonObject operation)
    {
        var responses = (JsonObject)operation["responses"]!;
        var published = responses[entry.Status.ToString(CultureInfo.InvariantCulture)] ?? (entry.Status is >= 400 and < 500 ? responses["4XX"] : null);
        if (published is not JsonObject response)
            return entry.Status >= 500 ? [] : ["this status is not published"];
        if ((string?)response["$ref"] is { } reference)
            response = _schema.Resolve(reference);
        if (string.IsNullOrEmpty(entry.ResponseBody) || response["content"]?["application/json"]?["schema"] is not JsonObject schema)
            return [];
        try
        {
            // The codes inside the errors' tree are words in the documentation and numbers in the description; the documentation wins.
            return _schema.Check(JsonNode.Parse(entry.ResponseBody), schema).Where(e => !e.StartsWith("$.errors.", StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            // What stands before Discord answers in plain text.
            return [];
        }
    }

    private JsonObject? Operation(LedgerEntry entry)
    {
        var segments = entry.Path.Trim('/').Split('/');
        var path = _paths.Select(p => (p.Value, Parts: p.Key.Trim('/').Split('/')))
            .Where(p => p.Parts.Length == segments.Length && p.Parts.Zip(segments).All(s => s.First.StartsWith('{') || s.First == s.Second))
            .OrderBy(p => p.Parts.Count(s => s.StartsWith('{')))
            .Select(p => p.Value).FirstOrDefault();
        return path?[entry.Method.ToLowerInvariant()] as JsonObject;
    }

    private static DiscordContract? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "contracts", "discord-openapi.json");
            if (File.Exists(file))
                return new DiscordContract((JsonObject)JsonNode.Parse(File.ReadAllBytes(file))!);
        }
        return null;
    }
}
