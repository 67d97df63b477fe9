using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>sendMessage, editMessageText, editMessageReplyMarkup, deleteMessage, sendChatAction.</summary>
internal sealed class MessageMethods(PlatformWorld world)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    private static readonly string[] ChatActions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker",
        "find_location", "record_video_note", "upload_video_note",
    ];

    private readonly SendRate rate = new(world);

    public JsonNode Send(Parameters parameters)
    {
        var body = BodyReader.Read(parameters);
        var markup = MarkupReader.Read(parameters);
        var room = ChatAccess.FindWritable(world, parameters);
        var thread = Thread(room, parameters.Number("message_thread_id"));
        var answered = Answered(room, parameters);
        rate.Count(room);
        var post = new Post(room.NextPostId(), room, world.Bot, world.Now)
        {
            Body = body,
            Markup = markup,
            ThreadId = thread ?? answered?.ThreadId,
            Answered = answered,
        };
        world.Publish(post);
        return post.ToJson();
    }

    public JsonNode EditText(Parameters parameters)
    {
        var body = BodyReader.Read(parameters);
        var markup = MarkupReader.Read(parameters);
        var post = Editable(parameters);
        if (post.Body is null)
            throw ApiError.BadRequest("there is no text in the message to edit");
        if (post.Body.SameAs(body) && JsonNode.DeepEquals(post.Markup, markup))
            throw ApiError.BadRequest(NotModified);
        rate.Count(post.Room);
        post.Body = body;
        post.Markup = markup;
        post.EditDate = world.Now;
        world.Transcript.Edited(post, world.Bot);
        world.Changed();
        return Result(post, parameters);
    }

    public JsonNode EditMarkup(Parameters parameters)
    {
        var markup = MarkupReader.Read(parameters);
        var post = Editable(parameters);
        if (JsonNode.DeepEquals(post.Markup, markup))
            throw ApiError.BadRequest(NotModified);
        rate.Count(post.Room);
        post.Markup = markup;
        post.EditDate = world.Now;
        world.Transcript.ButtonsChanged(post);
        world.Changed();
        return Result(post, parameters);
    }

    public JsonNode Delete(Parameters parameters)
    {
        var room = ChatAccess.Find(world, parameters);
        ChatAccess.RequireMember(world, room);
        if (room.Find(parameters.Number("message_id")) is not { } post)
            throw ApiError.BadRequest("message to delete not found");
        var mayDelete = post.Author == world.Bot || room.IsPrivate || room.IsAdmin(world.Bot);
        if (!mayDelete || world.Now - post.Date >= DeletableFor)
            throw ApiError.BadRequest("message can't be deleted for everyone");
        post.IsDeleted = true;
        world.Transcript.Note(room, $"#{post.Id} is deleted by {world.Bot.FirstName}");
        world.Changed();
        return true;
    }

    public JsonNode SendAction(Parameters parameters)
    {
        var room = ChatAccess.FindWritable(world, parameters);
        Thread(room, parameters.Number("message_thread_id"));
        if (!ChatActions.Contains(parameters.Text("action")?.ToLowerInvariant()))
            throw ApiError.BadRequest("wrong parameter action in request");
        return true;
    }

    private static int? Thread(Room room, long? asked)
    {
        if (asked is not { } id)
            return null;
        if (room.IsForum)
        {
            var topic = room.Topics.FirstOrDefault(topic => topic.Id == id) ?? throw ApiError.BadRequest("message thread not found");
            return topic.IsClosed ? throw ApiError.BadRequest("TOPIC_CLOSED") : topic.Id;
        }
        return room.Kind == "supergroup" && room.Find(id) is { } root ? root.Id : throw ApiError.BadRequest("message thread not found");
    }

    private static Post? Answered(Room room, Parameters parameters)
    {
        var reply = parameters.Structure("reply_parameters") as JsonObject;
        var id = reply?["message_id"]?.GetValue<long>() ?? parameters.Number("reply_to_message_id");
        if (id is null)
            return null;
        if (reply?["chat_id"] is { } other && other.ToJsonString() != room.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            throw ApiError.BadRequest("this simulator knows replies within a chat only");
        if (room.Find(id) is not { } post)
        {
            return reply?["allow_sending_without_reply"]?.GetValue<bool>() == true || parameters.Flag("allow_sending_without_reply")
                ? null
                : throw ApiError.BadRequest("message to be replied not found");
        }
        if (reply?["quote"]?.GetValue<string>() is { Length: > 0 } quote && post.Text?.Contains(quote, StringComparison.Ordinal) != true)
            throw ApiError.BadRequest("QUOTE_TEXT_INVALID");
        return post;
    }

    private Post Editable(Parameters parameters)
    {
        if (parameters.Text("inline_message_id") is { Length: > 0 } inline)
            return world.InlinePosts.GetValueOrDefault(inline) ?? throw ApiError.BadRequest("MESSAGE_ID_INVALID");
        var room = ChatAccess.FindWritable(world, parameters);
        if (parameters.Number("message_id") is not { } id)
            throw ApiError.BadRequest("message identifier is not specified");
        if (room.Find(id) is not { } post)
            throw ApiError.BadRequest("message to edit not found");
        return post.Author == world.Bot && !post.IsService ? post : throw ApiError.BadRequest("message can't be edited");
    }

    private static JsonNode Result(Post post, Parameters parameters) =>
        parameters.Text("inline_message_id") is { Length: > 0 } ? true : post.ToJson();
}
