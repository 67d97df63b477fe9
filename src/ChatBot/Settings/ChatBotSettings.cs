using ChatBot.Discord;
using ChatBot.Sources;
using ChatBot.Sources.Fetching;
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

    /// <summary>Who named the store, for messages (<c>--store</c>); null where it is the usual one in <see cref="Data"/>.</summary>
    public required string? StoreOrigin { get; init; }

    public required WebOptions Web { get; init; }

    public required DiscordOptions Discord { get; init; }

    public required TelegramOptions Telegram { get; init; }

    /// <summary>Where pages and feeds may be fetched from. Default: the public Internet alone.</summary>
    public required AddressPolicy Fetching { get; init; }

    /// <summary>What whoever hands documents in over the web must know; null turns that off. Default: off.</summary>
    public required string? IngestToken { get; init; }

    /// <summary>The feeds and folders that documents come from by themselves. Default: none.</summary>
    public required IReadOnlyList<SourceOptions> Sources { get; init; }
}
