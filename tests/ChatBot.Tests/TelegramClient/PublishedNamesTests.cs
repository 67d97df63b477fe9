using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

/// <summary>Every name on the wire is the published one: a misspelt field would be silently empty for ever.</summary>
public sealed class PublishedNamesTests
{
    /// <summary>Types that stand for several published ones, and the envelope that the description has no type for.</summary>
    private static readonly Dictionary<string, string[]> Several = new()
    {
        ["UpdateBody"] = ["Update"],
        ["ChatMember"] = ["ChatMemberOwner", "ChatMemberAdministrator", "ChatMemberMember", "ChatMemberRestricted", "ChatMemberLeft",
            "ChatMemberBanned"],
        ["MessageOrigin"] = ["MessageOriginUser", "MessageOriginHiddenUser", "MessageOriginChat", "MessageOriginChannel"],
    };

    [Fact]
    public void Every_field_of_every_type_is_published()
    {
        var published = Published("types");
        var checkedTypes = 0;
        foreach (var type in typeof(Update).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(typeof(Update).Namespace!,
            StringComparison.Ordinal) == true))
        {
            if (TelegramJsonContext.Default.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } info || type.IsAbstract)
                continue;
            var names = Several.GetValueOrDefault(type.Name, [type.Name]);
            var fields = names.SelectMany(name => Fields(published[name] ?? throw new InvalidOperationException($"{name} is not published."))).Select(field => field.Name).ToHashSet();
            Assert.Empty(OnTheWire(info).Where(name => !fields.Contains(name)).Select(name => $"{type.Name}.{name}"));
            checkedTypes++;
        }
        Assert.True(checkedTypes >= 20, $"only {checkedTypes} types were checked");
    }

    [Fact]
    public void Every_parameter_of_every_request_is_published_and_those_required_must_be_given()
    {
        var published = Published("methods");
        var requests = typeof(GetMeRequest).Assembly.GetTypes().Where(type => type.Namespace == typeof(GetMeRequest).Namespace
            && type.IsClass && type.Name.EndsWith("Request", StringComparison.Ordinal)).ToArray();
        Assert.Equal(22, requests.Length);
        foreach (var type in requests)
        {
            var request = RuntimeHelpers.GetUninitializedObject(type);
            var method = (string)type.GetProperty("MethodName")!.GetValue(request)!;
            var fields = Fields(published[method] ?? throw new InvalidOperationException($"{method} is not published."));
            var info = TelegramJsonContext.Default.GetTypeInfo(type)!;
            Assert.Empty(OnTheWire(info).Where(name => fields.All(field => field.Name != name)).Select(name => $"{method}.{name}"));
            var given = type.GetProperties().Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null).Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).ToHashSet();
            Assert.Empty(fields.Where(field => field.IsRequired && !given.Contains(field.Name)).Select(field => $"{method}.{field.Name} must be required"));
        }
    }

    private static IEnumerable<string> OnTheWire(JsonTypeInfo type) =>
        type.Properties.Where(property => property.Get is not null || property.Set is not null).Select(property => property.Name);

    private static JsonObject Published(string part)
    {
        _ = PublishedContract.OrSkip;
        return JsonNode.Parse(File.ReadAllBytes(Repository.ContractPath))![part]!.AsObject();
    }

    private static IReadOnlyList<(string Name, bool IsRequired)> Fields(JsonNode owner) =>
        [.. (owner["fields"] as JsonArray ?? []).Select(field => (field!["name"]!.GetValue<string>(), field["required"]!.GetValue<bool>()))];
}
