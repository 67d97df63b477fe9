using ChatBot.Chat;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>
/// The command menus of private chats, of groups, and of those who manage groups, changed only where they differ from the catalogue. A menu only
/// suggests: what somebody may do is asked again when it is done.
/// </summary>
internal static class TelegramMenus
{
    /// <summary>About one person alone.</summary>
    private static readonly string[] Personal = [CommandCatalogue.Start, CommandCatalogue.Privacy, "forgetme"];

    /// <summary>About the group as a whole.</summary>
    private static readonly string[] Managing = ["settings", "subscribe", "unsubscribe"];

    private static readonly (BotCommandScope Scope, string[] LeftOut)[] Scopes =
    [
        (new BotCommandScopeAllPrivateChats(), [CommandCatalogue.Start]),
        (new BotCommandScopeAllGroupChats(), [.. Personal, .. Managing]),
        (new BotCommandScopeAllChatAdministrators(), Personal),
    ];

    /// <exception cref="TelegramClient.Exceptions.RequestException">The platform refused, or can't be reached.</exception>
    public static async Task SetAsync(ITelegramBotClient client, CancellationToken cancellation)
    {
        foreach (var (scope, leftOut) in Scopes)
        {
            BotCommand[] wanted = [.. CommandCatalogue.All.Where(command => !leftOut.Contains(command.Name)).Select(command => new BotCommand(command.Name, command.Description))];
            var set = await client.GetMyCommands(scope, cancellationToken: cancellation);
            if (!Enumerable.SequenceEqual(wanted, set)) await client.SetMyCommands(wanted, scope, cancellationToken: cancellation);
        }
    }
}
