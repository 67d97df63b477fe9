using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient;

/// <summary>The bot itself: who it is, its menus, its description. What is thrown: <see cref="ITelegramBotClient.SendRequest"/>.</summary>
public static class BotMethods
{
    public static Task<User> GetMe(this ITelegramBotClient client, CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetMeRequest(), cancellationToken);

    public static Task<bool> SetMyCommands(
        this ITelegramBotClient client, IReadOnlyList<BotCommand> commands, BotCommandScope? scope = null, string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public static Task<BotCommand[]> GetMyCommands(
        this ITelegramBotClient client, BotCommandScope? scope = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        client.SendRequest(new GetMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public static Task<bool> DeleteMyCommands(
        this ITelegramBotClient client, BotCommandScope? scope = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        client.SendRequest(new DeleteMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public static Task<bool> SetMyDescription(
        this ITelegramBotClient client, string? description = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        client.SendRequest(new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode }, cancellationToken);
}
