using System.Text;
using ChatBot.TelegramClient.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class UpdateJsonTests
{
    private const string Message = """{"message_id":9,"date":1750838400,"chat":{"id":-1001,"type":"supergroup","is_forum":true},"from":{"id":1,"is_bot":false,"first_name":"A"}""";

    [Theory]
    [InlineData("message", UpdateType.Message)]
    [InlineData("edited_message", UpdateType.EditedMessage)]
    [InlineData("channel_post", UpdateType.ChannelPost)]
    [InlineData("edited_channel_post", UpdateType.EditedChannelPost)]
    public void Messages_are_told_apart_and_survive_being_stored(string kind, UpdateType type)
    {
        var update = Read($$"""{"update_id":5,"{{kind}}":{{Message}},"text":"/ask@bot x","message_thread_id":3,"is_topic_message":true,"entities":[{"type":"bot_command","offset":0,"length":8},{"type":"hologram","offset":0,"length":1}]} }""");
        Assert.Equal((type, null), (update.Type, update.Problem));
        var again = UpdateJson.Read(UpdateJson.Write(update));
        Assert.Equal(UpdateJson.Write(update), UpdateJson.Write(again));
        var message = (again.Message ?? again.EditedMessage ?? again.ChannelPost ?? again.EditedChannelPost)!;
        Assert.Equal(("/ask@bot x", 3, true, MessageType.Text), (message.Text, message.MessageThreadId, message.IsTopicMessage, message.Type));
        Assert.Equal([MessageEntityType.BotCommand, MessageEntityType.Unknown], message.Entities!.Select(entity => entity.Type));
        Assert.Equal(new DateTimeOffset(2025, 6, 25, 8, 0, 0, TimeSpan.Zero), message.Date);
    }

    [Theory]
    [InlineData("\"sticker\":{}", MessageType.Media)]
    [InlineData("\"photo\":[],\"caption\":\"x\"", MessageType.Media)]
    [InlineData("\"new_chat_members\":[]", MessageType.NewChatMembers)]
    [InlineData("\"left_chat_member\":{\"id\":1}", MessageType.LeftChatMember)]
    [InlineData("\"migrate_to_chat_id\":-1002", MessageType.MigrateToChatId)]
    [InlineData("\"migrate_from_chat_id\":-2", MessageType.MigrateFromChatId)]
    [InlineData("\"forum_topic_created\":{}", MessageType.Service)]
    [InlineData("\"pinned_message\":{\"message_id\":1}", MessageType.Service)]
    [InlineData("\"hologram\":{}", MessageType.Unknown)]
    public void A_message_without_text_says_what_it_is(string field, MessageType type) =>
        Assert.Equal(type, Read($$"""{"update_id":5,"message":{{Message}},{{field}} } }""").Message?.Type);

    [Fact]
    public void A_tap_on_a_message_that_is_gone_is_told_apart()
    {
        var query = Read("""{"update_id":5,"callback_query":{"id":"1","from":{"id":1},"chat_instance":"2","data":"x","message":{"chat":{"id":1,"type":"private"},"message_id":3,"date":0}}}""").CallbackQuery;
        Assert.True(query?.Message?.IsInaccessible);
        Assert.Equal(MessageType.Inaccessible, query?.Message?.Type);
    }

    [Fact]
    public void Required_fields_that_are_missing_read_as_empty_and_not_as_null()
    {
        var update = Read("""{"update_id":5,"callback_query":{},"inline_query":{"query":null}}""");
        Assert.Equal(("", "", 0L), (update.CallbackQuery!.Id, update.CallbackQuery.From.FirstName, update.CallbackQuery.From.Id));
        Assert.Equal("", update.InlineQuery!.Query);
        Assert.Equal(0, Read("""{"update_id":5,"message":{}}""").Message!.Chat.Id);
    }

    [Theory]
    [InlineData("""{"update_id":5,"message":{"message_id":99999999999}}""")]
    [InlineData("""{"update_id":5,"message":{"text":[]}}""")]
    [InlineData("""{"update_id":5,"message":{"entities":{}}}""")]
    [InlineData("""{"update_id":5,"callback_query":7}""")]
    [InlineData("""{"update_id":5,"my_chat_member":{"date":"today"}}""")]
    public void What_does_not_fit_keeps_its_number_and_names_the_place(string json)
    {
        var update = Read(json);
        Assert.Equal((5, UpdateType.Unknown), (update.Id, update.Type));
        Assert.Contains('$', update.Problem!);
    }

    [Theory]
    [InlineData("kicked", false, false)]
    [InlineData("left", false, false)]
    [InlineData("member", true, false)]
    [InlineData("administrator", true, true)]
    [InlineData("creator", true, true)]
    [InlineData("restricted", true, false)]
    [InlineData("hologram", false, false)]
    public void Someones_standing_is_read_and_an_unknown_one_gives_no_rights(string status, bool isInChat, bool isAdmin)
    {
        var member = Read($$"""{"update_id":5,"my_chat_member":{"new_chat_member":{"status":"{{status}}","user":{"id":1} } } }""").MyChatMember!.NewChatMember;
        Assert.Equal((isInChat, isAdmin), (member.IsInChat, member.IsAdmin));
    }

    [Fact]
    public void Ten_thousand_garbled_updates_never_throw_and_keep_their_number()
    {
        var random = new Random(20250625);
        var good = Encoding.UTF8.GetBytes($$"""{"update_id":5,"message":{{Message}},"text":"a\u00e9\ud83d\ude00","entities":[{"type":"url","offset":0,"length":8}],"reply_to_message":{{Message}} },"forward_origin":{"type":"user"} } }""");
        var read = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(14, bytes.Length)] = (byte)random.Next(32, 127);
            try
            {
                Assert.Equal(5, UpdateJson.Read(bytes).Id);
                read++;
            }
            catch (System.Text.Json.JsonException)
            {
                Assert.False(IsJson(bytes));
            }
        }
        Assert.True(read > 1_000, $"only {read} stayed JSON");
    }

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            System.Text.Json.JsonDocument.Parse(bytes).Dispose();
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static Update Read(string json) => UpdateJson.Read(Encoding.UTF8.GetBytes(json));
}
