using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram;

/// <summary>Someone with the app in hand. What a person does happens at once; the bot learns of it as the platform would tell it.</summary>
public sealed class Person
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

    /// <summary>Taps the first button that says exactly this and carries callback data.</summary>
    public Tap Tap(Post post, string button)
    {
        lock (world.Gate)
        {
            var data = (post.Markup?["inline_keyboard"] as JsonArray ?? []).OfType<JsonArray>().SelectMany(row => row).OfType<JsonObject>()
                .FirstOrDefault(candidate => candidate["text"]?.GetValue<string>() == button && candidate["callback_data"] is not null)?["callback_data"]?.GetValue<string>();
            Require(data is not null, $"message #{post.Id} has no button “{button}” with callback data");
            return TapData(post, data ?? "", button);
        }
    }

    /// <summary>A tap whose data no button ever carried, as a forged app can send it.</summary>
    public Tap TapForged(Post post, string data)
    {
        lock (world.Gate)
            return TapData(post, data, "?");
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

    /// <summary>Adds the bot; the person becomes an administrator if asked.</summary>
    public void AddBot(Room group, bool asAdministrator = false)
    {
        lock (world.Gate)
        {
            world.MoveBot(group, account, asAdministrator ? "administrator" : "member");
            world.PublishService(group, account, new JsonObject { ["new_chat_members"] = new JsonArray(world.Bot.ToJson()) }, $"{Name} adds {world.Bot.FirstName}");
        }
    }

    public void KickBot(Room group)
    {
        lock (world.Gate)
        {
            world.Transcript.Note(group, $"{Name} removes {world.Bot.FirstName}");
            world.MoveBot(group, account, "kicked");
        }
    }

    /// <summary>Takes from the bot the right to write, and from it alone.</summary>
    public void MuteBot(Room group, bool muted = true)
    {
        lock (world.Gate)
            group.IsMuted = muted;
    }

    public Topic OpenTopic(Room forum, string name)
    {
        lock (world.Gate)
        {
            Require(forum.IsForum, "only a forum has topics");
            var topic = new Topic(forum.NextPostId(), name);
            forum.Topics.Add(topic);
            world.PublishService(forum, account, new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 } }, $"{Name} opens the topic “{name}”", topic.Id);
            return topic;
        }
    }

    public void CloseTopic(Room forum, Topic topic)
    {
        lock (world.Gate)
        {
            topic.IsClosed = true;
            world.PublishService(forum, account, new JsonObject { ["forum_topic_closed"] = new JsonObject() }, $"{Name} closes the topic “{topic.Name}”", topic.Id);
        }
    }

    /// <summary>Makes a supergroup of a group: new id, same people, both told of each other.</summary>
    public Room Migrate(Room group)
    {
        lock (world.Gate)
        {
            Require(group.Kind == "group", "only a basic group becomes a supergroup");
            var now = world.AddSupergroup(group.Name, isForum: false);
            foreach (var (id, status) in group.Standing)
                if (world.FindAccount(id) is { } member)
                    now.SetStanding(member, status);
            world.PublishService(group, account, new JsonObject { ["migrate_to_chat_id"] = now.Id }, "becomes a supergroup");
            group.MigratedTo = now;
            world.PublishService(now, account, new JsonObject { ["migrate_from_chat_id"] = group.Id }, "was a group");
            return now;
        }
    }

    /// <summary>Types after the bot's @name and waits for what it offers.</summary>
    /// <exception cref="OperationCanceledException">Nothing was offered before the caller gave up.</exception>
    public async Task<InlineAnswer> AskInlineAsync(string query, CancellationToken cancellationToken)
    {
        PendingQuery pending;
        lock (world.Gate)
        {
            Require(world.Options.InlineMode, "inline mode is off");
            pending = Ask(null, isInline: true);
            world.Updates.Add("inline_query", new JsonObject
            {
                ["id"] = pending.Id,
                ["from"] = account.ToJson(),
                ["query"] = query.Length <= 256 ? query : query[..256],
                ["offset"] = "",
                ["chat_type"] = "sender",
            });
        }
        return new InlineAnswer(query, await pending.Answer.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Sends one of the offered results into a chat.</summary>
    public Post Choose(InlineAnswer offered, string title, Room? room = null)
    {
        lock (world.Gate)
        {
            var result = offered.Results.First(candidate => candidate["title"]!.GetValue<string>() == title);
            var content = result["input_message_content"]!;
            var where = room ?? Private;
            var markup = Methods.MarkupReader.Read(result["reply_markup"]?.DeepClone());
            var inlineId = markup is null ? null : $"inline-{world.NextQueryId()}";
            var post = new Post(where.NextPostId(), where, account, world.Now)
            {
                Body = Methods.TextReader.Read(content["message_text"]!.GetValue<string>(), content["parse_mode"]?.GetValue<string>(), content["entities"]),
                Markup = markup,
                ViaBot = world.Bot,
                InlineMessageId = inlineId,
            };
            if (inlineId is not null)
                world.InlinePosts[inlineId] = post;
            if (world.Options.InlineFeedback)
            {
                var chosen = new JsonObject { ["result_id"] = result["id"]!.GetValue<string>(), ["from"] = account.ToJson(), ["query"] = offered.Query };
                if (inlineId is not null)
                    chosen["inline_message_id"] = inlineId;
                world.Updates.Add("chosen_inline_result", chosen);
            }
            world.Publish(post);
            return post;
        }
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
        Require(body is null || body.Text.Length <= ServerText.MaxLength, $"the app does not send more than {ServerText.MaxLength} characters at once");
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

    private Tap TapData(Post post, string data, string shown)
    {
        var pending = Ask(post.Room, isInline: false);
        world.Transcript.Note(post.Room, $"{Name} taps [{shown}] of #{post.Id}");
        var query = new JsonObject { ["id"] = pending.Id, ["from"] = account.ToJson(), ["chat_instance"] = $"{post.Room.Id}".PadLeft(18, '8'), ["data"] = data };
        if (post.InlineMessageId is { } inline)
            query["inline_message_id"] = inline;
        else
            query["message"] = post.IsDeleted ? new JsonObject { ["chat"] = post.Room.ToJson(), ["message_id"] = post.Id, ["date"] = 0 } : post.ToJson();
        world.Updates.Add("callback_query", query);
        return new Tap(pending.Id, AnswerTextAsync(pending));
    }

    private static async Task<string> AnswerTextAsync(PendingQuery pending) => (await pending.Answer.Task)["text"]?.GetValue<string>() ?? "";

    private PendingQuery Ask(Room? room, bool isInline)
    {
        var pending = new PendingQuery(world.NextQueryId(), account, world.Now, room, isInline);
        world.Queries[pending.Id] = pending;
        return pending;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"A person cannot do that: {otherwise}.");
    }
}
