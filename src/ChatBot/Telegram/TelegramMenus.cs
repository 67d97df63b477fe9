using ChatBot.Chat;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>The command menus of private chats and of groups, changed only where they differ from the catalogue.</summary>
internal static class TelegramMenus
{
    private static readonly (BotCommandScope Scope, string[] LeftOut)[] Scopes =
    [
        (new BotCommandScopeAllPrivateChats(), []),
        (new BotCommandScopeAllGroupChats(), [CommandCatalogue.Start, CommandCatalogue.Privacy]),
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
