using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.Methods;
using ChatBot.Simulators.Telegram.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatBot.Simulators.Telegram;

/// <summary>
/// The Bot API on a loopback port, with people, chats, faults, a transcript of what people see and a ledger of what clients did. Known limits:
/// texts, inline keyboards and inline articles only; HTML and explicit entities, not MarkdownV2; webhook calls one after the other.
/// </summary>
public sealed class TelegramSimulator : IAsyncDisposable
{
    private readonly PlatformWorld world;
    private readonly UpdateMethods updates;
    private readonly WebApplication server;

    private TelegramSimulator(SimulatorOptions options)
    {
        Options = options;
        world = new PlatformWorld(options);
        updates = new UpdateMethods(world, Ledger);
        Ledger.Added = () =>
        {
            lock (world.Gate)
                world.Changed();
        };
        var endpoint = new BotApiEndpoint(options, new BotApi(world, updates), Faults, Ledger);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{options.Port}");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(endpoint.HandleAsync);
    }

    public SimulatorOptions Options { get; }

    public Ledger Ledger { get; } = new();

    public Faults Faults { get; } = new();

    /// <summary>Without the token, as a client's setting wants it.</summary>
    public string BaseUrl => server.Urls.First();

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<TelegramSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var simulator = new TelegramSimulator(options ?? new SimulatorOptions());
        await simulator.server.StartAsync(cancellationToken);
        return simulator;
    }

    /// <summary>A client has asked for updates, in either way.</summary>
    public bool IsListenedTo
    {
        get
        {
            lock (world.Gate)
                return updates.IsListenedTo;
        }
    }

    public Person AddPerson(string name, string? username = null, string? language = "en")
    {
        lock (world.Gate)
            return new Person(world, world.AddPerson(name, username, language, isBot: false));
    }

    /// <summary>Another bot, which can write in groups like a person.</summary>
    public Person AddOtherBot(string name, string username)
    {
        lock (world.Gate)
            return new Person(world, world.AddPerson(name, username, null, isBot: true));
    }

    /// <summary>A group without the bot; the first member owns it.</summary>
    public Room AddGroup(string title, params ReadOnlySpan<Person> members)
    {
        lock (world.Gate)
            return Populate(world.AddGroup(title), members);
    }

    /// <summary>A supergroup without the bot; the first member owns it.</summary>
    public Room AddSupergroup(string title, bool isForum, params ReadOnlySpan<Person> members)
    {
        lock (world.Gate)
            return Populate(world.AddSupergroup(title, isForum), members);
    }

    /// <summary>Someone joins a group without a word of it.</summary>
    public void AddMember(Room group, Person person)
    {
        lock (world.Gate)
            person.Join(group, "member");
    }

    /// <summary>What people saw in a chat so far.</summary>
    public string Transcript(Room room)
    {
        lock (world.Gate)
            return world.Transcript.Of(room);
    }

    /// <summary>What stands in an empty chat with the bot.</summary>
    public string Description(string language = "")
    {
        lock (world.Gate)
            return world.Descriptions.GetValueOrDefault(language, "");
    }

    /// <summary>An update of any shape, for what people cannot do: unknown kinds, garbled fields. Without an update_id it gets the next.</summary>
    public int InjectUpdate(JsonObject update)
    {
        lock (world.Gate)
            return world.Updates.AddRaw(update);
    }

    /// <summary>From now on every update goes out this many times in all, in any order, confirmed or not.</summary>
    public void DisorderUpdates(int deliveries, Random random)
    {
        lock (world.Gate)
            world.Updates.Disorder(deliveries, random);
    }

    /// <summary>Continues to number updates from here, as after a quiet week.</summary>
    public void RestartUpdateIds(int at)
    {
        lock (world.Gate)
            world.Updates.RestartIds(at);
    }

    public int PendingUpdates
    {
        get
        {
            lock (world.Gate)
                return world.Updates.Count;
        }
    }

    internal PlatformWorld World => world;

    /// <summary>Waits until something is so, looking again after every change of the simulated world and every request.</summary>
    /// <exception cref="TimeoutException">It did not become so within a minute; says what, with every transcript.</exception>
    public async Task WaitUntilAsync(Func<bool> isSo, string what, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (true)
        {
            Task change;
            lock (world.Gate)
            {
                if (isSo())
                    return;
                change = world.NextChange;
            }
            try
            {
                await change.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Within a minute this did not happen: {what}.\n{AllTranscripts()}");
            }
        }
    }

    /// <summary>The newest message of the bot in a chat, once it has written this many there, deleted ones included.</summary>
    public async Task<Post> WaitForBotAsync(Room room, int count = 1, CancellationToken cancellationToken = default)
    {
        await WaitUntilAsync(() => BotPosts(room).Count() >= count, $"the bot's message number {count} in “{room.Name}”", cancellationToken);
        lock (world.Gate)
            return BotPosts(room).ElementAt(count - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await updates.DisposeAsync();
        await server.DisposeAsync();
    }

    private IEnumerable<Post> BotPosts(Room room) => room.Posts.Where(post => post.Author == world.Bot);

    private string AllTranscripts()
    {
        lock (world.Gate)
            return string.Join('\n', world.Rooms.Select(world.Transcript.Of));
    }

    private static Room Populate(Room room, ReadOnlySpan<Person> members)
    {
        for (var i = 0; i < members.Length; i++)
            members[i].Join(room, i == 0 ? "creator" : "member");
        return room;
    }
}
