using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>The platform's truth: accounts, chats, updates. Every access happens under <see cref="Gate"/>.</summary>
internal sealed class PlatformWorld
{
    private readonly Dictionary<long, Account> accounts = [];
    private readonly Dictionary<long, Room> rooms = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long nextPerson = 1001;
    private long nextGroup = -2001;
    private long nextSupergroup = -1002000000001;
    private long nextQuery = 900001;

    public PlatformWorld(SimulatorOptions options)
    {
        Options = options;
        var id = long.Parse(options.Token.AsSpan(0, options.Token.IndexOf(':')), System.Globalization.CultureInfo.InvariantCulture);
        Bot = new Account(id, options.BotName, options.BotUsername) { IsBot = true };
        accounts[Bot.Id] = Bot;
        Updates = new UpdateQueue(this);
    }

    public Lock Gate { get; } = new();
    public SimulatorOptions Options { get; }
    public Account Bot { get; }
    public UpdateQueue Updates { get; }
    public Transcript Transcript { get; } = new();
    public CommandMenus Menus { get; } = new();
    public Dictionary<string, PendingQuery> Queries { get; } = [];
    public Dictionary<string, Post> InlinePosts { get; } = [];
    public Dictionary<string, string> Descriptions { get; } = [];
    public DateTimeOffset Now => Options.Time.GetUtcNow();
    public IEnumerable<Room> Rooms => rooms.Values;

    /// <summary>Completes at the next change; to be taken under the gate.</summary>
    public Task NextChange => changed.Task;

    public void Changed()
    {
        var waiting = changed;
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.SetResult();
    }

    public Account? FindAccount(long id) => accounts.GetValueOrDefault(id);

    public Room? FindRoom(long id) => rooms.GetValueOrDefault(id);

    public Account AddPerson(string name, string? username, string? language, bool isBot)
    {
        var account = new Account(nextPerson++, name, username) { LanguageCode = language, IsBot = isBot };
        accounts[account.Id] = account;
        return account;
    }

    public Room AddPrivate(Account person) => Add(new Room(person.Id, "private", person.FirstName) { Person = person });

    public Room AddGroup(string title) => Add(new Room(nextGroup--, "group", title));

    public Room AddSupergroup(string title, bool isForum) => Add(new Room(nextSupergroup--, "supergroup", title) { IsForum = isForum });

    public string NextQueryId() => (nextQuery++).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Puts a message into its chat and its transcript, and tells the bot if it may see it.</summary>
    public void Publish(Post post)
    {
        post.Room.Keep(post);
        Transcript.Posted(post);
        if (post.Author != Bot && Visibility.BotSees(post, this))
            Updates.Add("message", post.ToJson());
        Changed();
    }

    /// <summary>A note by the platform itself.</summary>
    public Post PublishService(Room room, Account author, JsonObject note, string shown, int? threadId = null)
    {
        var post = new Post(room.NextPostId(), room, author, Now) { Extra = note, IsService = true, ThreadId = threadId };
        room.Keep(post);
        Transcript.Note(room, $"#{post.Id} {shown}");
        if (Visibility.BotSees(post, this))
            Updates.Add("message", post.ToJson());
        Changed();
        return post;
    }

    /// <summary>The bot's own place in a chat changes, and it is told.</summary>
    public void MoveBot(Room room, Account by, string status)
    {
        var before = room.StandingOf(Bot);
        room.SetStanding(Bot, status);
        Updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = room.ToJson(),
            ["from"] = by.ToJson(),
            ["date"] = Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = MemberJson.Of(Bot, before),
            ["new_chat_member"] = MemberJson.Of(Bot, status),
        });
        Changed();
    }

    private Room Add(Room room)
    {
        rooms[room.Id] = room;
        return room;
    }
}
