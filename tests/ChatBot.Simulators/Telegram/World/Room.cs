using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>A chat of the platform with all that stands in it.</summary>
public sealed class Room
{
    private readonly Dictionary<long, string> standing = [];
    private readonly SortedDictionary<int, Post> posts = [];
    private int lastPost;

    internal Room(long id, string kind, string name)
    {
        Id = id;
        Kind = kind;
        Name = name;
    }

    public long Id { get; }

    /// <summary>private, group or supergroup.</summary>
    public string Kind { get; }

    public string Name { get; }
    public bool IsForum { get; internal init; }

    /// <summary>The supergroup that this group has become.</summary>
    public Room? MigratedTo { get; internal set; }

    /// <summary>Messages by number, deleted ones included.</summary>
    public IReadOnlyCollection<Post> Posts => posts.Values;

    internal bool IsPrivate => Kind == "private";

    /// <summary>The person of a private chat.</summary>
    internal Account? Person { get; init; }

    /// <summary>A person has written to the bot first, so that it may answer.</summary>
    internal bool IsStarted { get; set; }

    /// <summary>Only those who manage it may write.</summary>
    internal bool IsMuted { get; set; }

    internal List<Topic> Topics { get; } = [];

    internal IReadOnlyDictionary<long, string> Standing => standing;

    internal string StandingOf(Account account) => standing.GetValueOrDefault(account.Id, "left");

    internal void SetStanding(Account account, string status) => standing[account.Id] = status;

    internal bool Has(Account account) => StandingOf(account) is "creator" or "administrator" or "member" or "restricted";

    internal bool IsAdmin(Account account) => StandingOf(account) is "creator" or "administrator";

    internal Post? Find(long? id) =>
        id is { } number && number is > 0 and <= int.MaxValue && posts.TryGetValue((int)number, out var post) && !post.IsDeleted ? post : null;

    internal int NextPostId() => lastPost + 1;

    internal void Keep(Post post)
    {
        posts[post.Id] = post;
        lastPost = Math.Max(lastPost, post.Id);
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Kind };
        if (Person is { } person)
        {
            json["first_name"] = person.FirstName;
            if (person.Username is not null)
                json["username"] = person.Username;
            return json;
        }
        json["title"] = Name;
        if (IsForum)
            json["is_forum"] = true;
        return json;
    }
}
