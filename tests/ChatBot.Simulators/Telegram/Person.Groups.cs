using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram;

/// <content>What people do to groups, topics and the bot in them.</content>
public sealed partial class Person
{
    /// <summary>Adds the bot; as an administrator if asked.</summary>
    public void AddBot(Room group, bool asAdministrator = false)
    {
        lock (world.Gate)
        {
            world.MoveBot(group, account, asAdministrator ? "administrator" : "member");
            world.PublishService(group, account, new JsonObject { ["new_chat_members"] = new JsonArray(world.Bot.ToJson()) },
                $"{Name} adds {world.Bot.FirstName}");
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

    /// <summary>
    /// Takes the right to write from the bot, or gives it back: a supergroup restricts the bot, which is told of it; a basic group lets only those write who
    /// manage it, of which nobody is told.
    /// </summary>
    public void MuteBot(Room group, bool muted = true)
    {
        lock (world.Gate)
        {
            Require(!group.IsAdmin(world.Bot), "an administrator may always write");
            if (group.Kind == "group")
                group.IsMuted = muted;
            else if (group.Has(world.Bot))
                world.MoveBot(group, account, muted ? "restricted" : "member");
        }
    }

    public Topic OpenTopic(Room forum, string name)
    {
        lock (world.Gate)
        {
            Require(forum.IsForum, "only a forum has topics");
            var topic = new Topic(forum.NextPostId(), name);
            forum.Topics.Add(topic);
            var note = new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = name, ["icon_color"] = 7322096 } };
            world.PublishService(forum, account, note, $"{Name} opens the topic “{name}”", topic.Id);
            return topic;
        }
    }

    public void CloseTopic(Room forum, Topic topic)
    {
        lock (world.Gate)
        {
            topic.IsClosed = true;
            world.PublishService(forum, account, new JsonObject { ["forum_topic_closed"] = new JsonObject() },
                $"{Name} closes the topic “{topic.Name}”", topic.Id);
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
}
