using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>The JSON of the Bot API: snake case, absent for null, unknown fields passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    AllowDuplicateProperties = true,
    MaxDepth = 64)]
[JsonSerializable(typeof(ApiResponse))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(UpdateBody))]
[JsonSerializable(typeof(Update[]))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(BotCommand[]))]
[JsonSerializable(typeof(ChatMember))]
[JsonSerializable(typeof(ChatMember[]))]
[JsonSerializable(typeof(GetMeRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditMessageTextRequest))]
[JsonSerializable(typeof(EditInlineMessageTextRequest))]
[JsonSerializable(typeof(EditMessageReplyMarkupRequest))]
[JsonSerializable(typeof(EditInlineMessageReplyMarkupRequest))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(AnswerInlineQueryRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(GetMyCommandsRequest))]
[JsonSerializable(typeof(DeleteMyCommandsRequest))]
[JsonSerializable(typeof(SetMyDescriptionRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(DeleteWebhookRequest))]
[JsonSerializable(typeof(GetWebhookInfoRequest))]
[JsonSerializable(typeof(SendChatActionRequest))]
[JsonSerializable(typeof(LeaveChatRequest))]
[JsonSerializable(typeof(GetChatRequest))]
[JsonSerializable(typeof(GetChatMemberRequest))]
[JsonSerializable(typeof(GetChatAdministratorsRequest))]
internal sealed partial class TelegramJsonContext : JsonSerializerContext;
