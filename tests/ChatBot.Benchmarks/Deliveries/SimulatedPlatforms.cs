using System.Globalization;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.World;
using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>The simulators of both platforms on loopback with the rig's chats in them, and what people saw there.</summary>
internal sealed class SimulatedPlatforms : IAsyncDisposable
{
    private readonly DiscordSimulator _discord;
    private readonly TelegramSimulator _telegram;
    private readonly IReadOnlyList<SimChannel> _channels;
    private readonly IReadOnlyList<Room> _rooms;

    private SimulatedPlatforms(DiscordSimulator discord, TelegramSimulator telegram, IReadOnlyList<SimChannel> channels, IReadOnlyList<Room> rooms) =>
        (_discord, _telegram, _channels, _rooms) = (discord, telegram, channels, rooms);

    public Uri DiscordRoot => _discord.ApiRoot;

    public string DiscordToken => _discord.Options.Token;

    public string TelegramRoot => _telegram.BaseUrl;

    public string TelegramToken => _telegram.Options.Token;

    /// <summary>The chats' addresses on a platform, in order of their numbers.</summary>
    public IReadOnlyList<string> ChatsOn(string platform) => platform == RigWorker.Discord
        ? [.. _channels.Select(channel => channel.Id.ToString(CultureInfo.InvariantCulture))]
        : [.. _rooms.Select(room => room.Id.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The numbers of the updates that people saw in a chat, in order, as often as they saw them.</summary>
    public IReadOnlyList<int> Shown(string platform, int chat) => platform == RigWorker.Discord
        ? [.. _channels[chat].Messages.Where(message => message.Author.IsBot).Select(message => NumberOf(message.Content))]
        : [.. _rooms[chat].Posts.Where(post => post.Text is { } text && RigWorker.IsUpdate(text)).Select(post => NumberOf(post.Text ?? ""))];

    /// <summary>How many messages stand in all chats.</summary>
    public int Count => _discord.World.Messages.Count + _rooms.Sum(room => room.Posts.Count);

    /// <summary>How many requests the platforms refused as too many.</summary>
    public int TooMany => _discord.Ledger.Entries.Count(entry => entry.Status == 429) + _telegram.Ledger.Requests.Count(request => request.Status == 429);

    public static async Task<SimulatedPlatforms> StartAsync(RigSettings settings)
    {
        var most = settings.PerSecond * settings.Replicas;
        var discord = new DiscordSimulator(new DiscordSimulatorOptions { GlobalRequestsPerSecond = most, MessagesPerFiveSeconds = most });
        await discord.StartAsync(CancellationToken.None);
        var guild = discord.World.AddGuild("Rig", discord.AddPerson("Owner").User, [.. Enumerable.Range(0, settings.Chats).Select(chat => $"channel-{chat}")]);

        var telegram = await TelegramSimulator.StartAsync(new SimulatorOptions { Limits = new SendLimits(most, most, most) });
        var rooms = new List<Room>();
        for (var chat = 0; chat < settings.Chats; chat++)
        {
            var person = telegram.AddPerson($"Person {chat}");
            person.Start();
            rooms.Add(person.Private);
        }
        return new SimulatedPlatforms(discord, telegram, guild.Channels, rooms);
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    /// <summary>0, which is no update's number, where the text is another.</summary>
    private static int NumberOf(string text) => RigWorker.IsUpdate(text) && int.TryParse(text.AsSpan(RigWorker.Said.Length), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
