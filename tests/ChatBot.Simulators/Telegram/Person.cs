using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram;

/// <summary>Someone with the app in hand. What a person does happens at once; the bot learns of it as the platform would tell it.</summary>
public sealed partial class Person
{
    private readonly PlatformWorld world;
    private readonly Account account;

    internal Person(PlatformWorld world, Account account)
    {
        this.world = world;
        this.account = account;
        Private = world.AddPrivate(account);
    }

    public long Id => account.Id;

    public string Name => account.FirstName;

    /// <summary>The chat with the bot alone.</summary>
    public Room Private { get; }

    /// <summary>Writes a text as the app sends it, in the private chat unless told.</summary>
    public Post Say(string text, Room? room = null, Topic? topic = null, Post? replyTo = null)
    {
        lock (world.Gate)
            return Write(room ?? replyTo?.Room ?? Private, EntityFinder.AddFound(ServerText.Clean(new FormattedText(text, []))), topic, replyTo);
    }

    public Post Reply(Post to, string text) => Say(text, replyTo: to);

    /// <summary>Opens the bot by a link t.me/bot?start=payload, or for the first time.</summary>
    public Post Start(string? payload = null) => Say(payload is null ? "/start" : $"/start {payload}");

    /// <summary>A sticker, a photo, a voice …; the kind is the field's name in a message.</summary>
    public Post SendMedia(string kind, string? caption = null, Room? room = null)
    {
        lock (world.Gate)
        {
            var body = caption is null ? null : EntityFinder.AddFound(ServerText.Clean(new FormattedText(caption, [])));
            return Write(room ?? Private, body, null, null, media: new JsonObject { [kind] = MediaJson.Of(kind) });
        }
    }

    /// <summary>Passes on a text that a channel published.</summary>
    public Post ForwardFromChannel(string channel, string text, Room? room = null)
    {
        lock (world.Gate)
        {
            var origin = new JsonObject
            {
                ["type"] = "channel",
                ["date"] = world.Now.ToUnixTimeSeconds(),
                ["chat"] = new JsonObject { ["id"] = -1003000000001, ["type"] = "channel", ["title"] = channel },
                ["message_id"] = 1,
            };
            return Write(room ?? Private, EntityFinder.AddFound(ServerText.Clean(new FormattedText(text, []))), null, null, origin);
        }
    }

    /// <summary>Passes on a message; its buttons stay behind.</summary>
    public Post Forward(Post post, Room? room = null)
    {
        lock (world.Gate)
        {
            var origin = new JsonObject { ["type"] = "user", ["date"] = post.Date.ToUnixTimeSeconds(), ["sender_user"] = post.Author.ToJson() };
            return Write(room ?? Private, post.Body, null, null, origin);
        }
    }

    public void Edit(Post post, string text)
    {
        lock (world.Gate)
        {
            Require(post.Author == account, "only the author edits a message");
            post.Body = EntityFinder.AddFound(ServerText.Clean(new FormattedText(text, [])));
            post.EditDate = world.Now;
            world.Transcript.Edited(post, account);
            if (Visibility.BotSees(post, world))
                world.Updates.Add("edited_message", post.ToJson());
            world.Changed();
        }
    }

    /// <summary>Bots are not told of deletions.</summary>
    public void Delete(Post post)
    {
        lock (world.Gate)
        {
            post.IsDeleted = true;
            world.Transcript.Note(post.Room, $"#{post.Id} is deleted by {Name}");
            world.Changed();
        }
    }

    public void Block()
    {
        lock (world.Gate)
        {
            world.Transcript.Note(Private, $"{Name} blocks {world.Bot.FirstName}");
            world.MoveBot(Private, account, "kicked");
        }
    }

    public void Unblock()
    {
        lock (world.Gate)
        {
            world.Transcript.Note(Private, $"{Name} unblocks {world.Bot.FirstName}");
            world.MoveBot(Private, account, "member");
        }
    }

    public void DeactivateAccount()
    {
        lock (world.Gate)
            account.IsDeactivated = true;
    }

    /// <summary>The command menu that the app shows there.</summary>
    public IReadOnlyList<string> CommandMenu(Room? room = null)
    {
        lock (world.Gate)
            return world.Menus.SeenBy(account, room ?? Private);
    }

    internal void Join(Room room, string status) => room.SetStanding(account, status);

    private Post Write(Room room, FormattedText? body, Topic? topic, Post? replyTo, JsonObject? origin = null, JsonObject? media = null)
    {
        Require(room.MigratedTo is null, "nobody can write in a group that became a supergroup");
        Require(room == Private || (room.Kind != "private" && room.Has(account)), $"{Name} is not in “{room.Name}”");
        Require(media is not null || body is { Text.Length: > 0 }, "the app does not send an empty text");
        Require(body is null || body.Text.Length <= ServerText.MaxLength,
            $"the app does not send more than {ServerText.MaxLength} characters at once");
        if (room == Private)
        {
            Require(room.StandingOf(world.Bot) != "kicked", $"{Name} has blocked the bot and cannot write to it");
            room.IsStarted = true;
            room.SetStanding(world.Bot, "member");
        }
        var post = new Post(room.NextPostId(), room, account, world.Now)
        {
            Body = body,
            Answered = replyTo,
            ThreadId = topic?.Id ?? (room.IsForum ? replyTo?.ThreadId : room.Kind == "supergroup" ? replyTo?.ThreadId ?? replyTo?.Id : null),
            Origin = origin,
            Extra = media,
        };
        world.Publish(post);
        return post;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"A person cannot do that: {otherwise}.");
    }
}
