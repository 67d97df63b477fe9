using ChatBot.Discord;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Web;

namespace ChatBot.Settings;

/// <summary>All settings of the program, checked and with full paths.</summary>
internal sealed class ChatBotSettings
{
    /// <summary>The topic's folder, or "none". Default: <c>config/topics/hague-2025</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>The folder of what the program writes; made where it doesn't exist. Default: <c>data</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Where the store is. Default: the SQLite file <c>chatbot.db</c> in <see cref="Data"/>.</summary>
    public required StoreAddress Store { get; init; }

    public required WebOptions Web { get; init; }

    public required DiscordOptions Discord { get; init; }

    public required TelegramOptions Telegram { get; init; }
}
