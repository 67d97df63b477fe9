using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Methods;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram;

/// <content>Tapping buttons and inline mode.</content>
public sealed partial class Person
{
    /// <summary>Taps the first button that says exactly this and carries callback data.</summary>
    public Tap Tap(Post post, string button)
    {
        lock (world.Gate)
        {
            var data = (post.Markup?["inline_keyboard"] as JsonArray ?? []).OfType<JsonArray>().SelectMany(row => row).OfType<JsonObject>()
                .FirstOrDefault(candidate => candidate["text"]?.GetValue<string>() == button
                    && candidate["callback_data"] is not null)?["callback_data"]?.GetValue<string>();
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
            var markup = MarkupReader.Read(result["reply_markup"]?.DeepClone());
            var inlineId = markup is null ? null : $"inline-{world.NextQueryId()}";
            var post = new Post(where.NextPostId(), where, account, world.Now)
            {
                Body = BodyReader.Read(content["message_text"]!.GetValue<string>(), content["parse_mode"]?.GetValue<string>(), content["entities"]),
                Markup = markup,
                ViaBot = world.Bot,
                InlineMessageId = inlineId,
            };
            if (inlineId is not null)
                world.InlinePosts[inlineId] = post;
            if (world.Options.InlineFeedback)
            {
                var chosen = new JsonObject { ["result_id"] = result["id"]!.GetValue<string>(), ["from"] = account.ToJson(),
                    ["query"] = offered.Query };
                if (inlineId is not null)
                    chosen["inline_message_id"] = inlineId;
                world.Updates.Add("chosen_inline_result", chosen);
            }
            world.Publish(post);
            return post;
        }
    }

    private Tap TapData(Post post, string data, string shown)
    {
        var pending = Ask(post.Room, isInline: false);
        world.Transcript.Note(post.Room, $"{Name} taps [{shown}] of #{post.Id}");
        var query = new JsonObject { ["id"] = pending.Id, ["from"] = account.ToJson(),
            ["chat_instance"] = $"{post.Room.Id}".PadLeft(18, '8'), ["data"] = data };
        if (post.InlineMessageId is { } inline)
            query["inline_message_id"] = inline;
        else
            query["message"] = post.IsDeleted ? new JsonObject { ["chat"] = post.Room.ToJson(), ["message_id"] = post.Id, ["date"] = 0 }
                : post.ToJson();
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
}
