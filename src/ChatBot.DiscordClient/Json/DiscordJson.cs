using System.Text.Json.Serialization;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Json;

/// <summary>Source-generated JSON for everything that goes over the wire; unknown members are skipped, absent ones are not written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = false,
    MaxDepth = 64,
    Converters = [typeof(SnowflakeConverter), typeof(PermissionConverter)])]
[JsonSerializable(typeof(ApplicationCommandProperties))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommandProperties>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(MessageProperties))]
[JsonSerializable(typeof(MessageCallback))]
[JsonSerializable(typeof(DeferredCallback))]
[JsonSerializable(typeof(ModalCallback))]
[JsonSerializable(typeof(AutocompleteCallback))]
[JsonSerializable(typeof(CreateDMRequest))]
[JsonSerializable(typeof(CreateThreadRequest))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(BotGateway))]
[JsonSerializable(typeof(InteractionJson))]
[JsonSerializable(typeof(ReadyJson))]
[JsonSerializable(typeof(DeletedMessageJson))]
[JsonSerializable(typeof(DeletedMessagesJson))]
[JsonSerializable(typeof(CallbackAnswer))]
[JsonSerializable(typeof(ErrorJson))]
internal sealed partial class DiscordJson : JsonSerializerContext;
