using System.Text;
using ChatBot.Chat;
using ChatBot.Telegram;
using ChatBot.TelegramClient.Serialization;
using ChatBot.TelegramClient.Types;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What updates mean, from the platform's own JSON.</summary>
public sealed class TelegramMappingTests
{
    private const string Ann = """{"id":5,"is_bot":false,"first_name":"Ann"}""";
    private const string Bot = """{"id":7,"is_bot":true,"first_name":"Bot","username":"the_bot"}""";
    private const string Private = """{"id":5,"type":"private","first_name":"Ann"}""";
    private const string Group = """{"id":-9,"type":"group","title":"G"}""";

    private static readonly User Me = new() { Id = 7, IsBot = true, FirstName = "Bot", Username = "the_bot" };

    [Theory]
    [InlineData("member", null, true)]
    [InlineData("administrator", null, true)]
    [InlineData("restricted", "\"is_member\":true,\"can_send_messages\":true", true)]
    [InlineData("restricted", "\"is_member\":false", false)]
    [InlineData("left", null, false)]
    [InlineData("kicked", "\"until_date\":0", false)]
    public void The_bots_own_place_tells_whether_it_is_there(string status, string? more, bool isThere)
    {
        var read = Read($$$$"""{"update_id":1,"my_chat_member":{"chat":{{{{Group}}}},"from":{{{{Ann}}}},"date":3,"old_chat_member":{"status":"member","user":{{{{Bot}}}}},"new_chat_member":{"status":"{{{{status}}}}","user":{{{{Bot}}}}{{{{(more is null ? "" : "," + more)}}}}} } }""");
        var chat = new ChatAddress("telegram", "-9");
        Assert.Equal(isThere ? new TelegramEvent.Joined(chat) : new TelegramEvent.Left(chat), read);
    }

    [Theory]
    [InlineData("left", "group", true)]
    [InlineData("kicked", "supergroup", true)]
    [InlineData("member", "group", false)]
    [InlineData("restricted", "supergroup", false)]
    [InlineData("kicked", "private", false)]
    public void Only_a_group_in_which_it_was_not_before_is_new_to_it(string before, string kind, bool isNew) => Assert.Equal(
        new TelegramEvent.Joined(new ChatAddress("telegram", "-9"), isNew),
        Read($$$$"""{"update_id":1,"my_chat_member":{"chat":{"id":-9,"type":"{{{{kind}}}}"},"from":{{{{Ann}}}},"date":3,"old_chat_member":{"status":"{{{{before}}}}","user":{{{{Bot}}}}},"new_chat_member":{"status":"member","user":{{{{Bot}}}}} } }"""));

    [Fact]
    public void Who_may_not_write_is_still_there() => Assert.IsType<TelegramEvent.Ignored>(Read(
        $$$$"""{"update_id":1,"my_chat_member":{"chat":{{{{Group}}}},"from":{{{{Ann}}}},"date":3,"old_chat_member":{"status":"member","user":{{{{Bot}}}}},"new_chat_member":{"status":"restricted","user":{{{{Bot}}}},"is_member":true,"can_send_messages":false} } }"""));

    [Theory]
    [InlineData("""{"chat":{"id":-9,"type":"group"},"new_chat_member":{"status":"promoted_to_pope"}}""")]
    [InlineData("""{"chat":{"id":-9,"type":"channel"},"new_chat_member":{"status":"left"}}""")]
    public void A_place_that_nobody_knows_or_in_a_channel_changes_nothing(string change) =>
        Assert.IsType<TelegramEvent.Ignored>(Read($$"""{"update_id":1,"my_chat_member":{{change}}}"""));

    [Fact]
    public void Both_chats_tell_of_a_move()
    {
        var moved = new TelegramEvent.Moved(new ChatAddress("telegram", "-9"), new ChatAddress("telegram", "-1009"));
        Assert.Equal(moved, Read(Message(Group, "\"migrate_to_chat_id\":-1009")));
        Assert.Equal(moved, Read(Message("""{"id":-1009,"type":"supergroup"}""", "\"migrate_from_chat_id\":-9")));
    }

    [Theory]
    [InlineData("\"text\":\"/check\",\"reply_to_message\":{\"message_id\":1,\"date\":2,\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens. It closes.\"}", "/check It opens. It closes.")]
    [InlineData("\"text\":\"/check\",\"quote\":{\"text\":\"It opens.\",\"position\":0,\"is_manual\":true},\"reply_to_message\":{\"message_id\":1,\"date\":2,\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens. It closes.\"}", "/check It opens.")]
    [InlineData("\"text\":\"/check it rains\",\"reply_to_message\":{\"message_id\":1,\"date\":2,\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens.\"}", "/check it rains")]
    [InlineData("\"text\":\"@the_bot is that true?\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":8}],\"reply_to_message\":{\"message_id\":1,\"date\":2,\"from\":{\"id\":6,\"first_name\":\"B\"},\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens.\"}", "/check It opens.")]
    [InlineData("\"text\":\"/ask really?\",\"reply_to_message\":{\"message_id\":1,\"date\":2,\"from\":{\"id\":6,\"first_name\":\"B\"},\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens.\"}", "/check It opens.")]
    [InlineData("\"text\":\"/ask really?\",\"reply_to_message\":{\"message_id\":1,\"date\":2,\"from\":{\"id\":7,\"is_bot\":true,\"first_name\":\"Bot\"},\"chat\":{\"id\":-9,\"type\":\"group\"},\"text\":\"It opens.\"}", "/ask really?")]
    [InlineData("\"text\":\"/check@THE_bot\"", "/check")]
    [InlineData("\"caption\":\"/ask@the_bot When?\",\"photo\":[]", "/ask When?")]
    [InlineData("\"caption\":\"/ask When?\",\"photo\":[]", "/ask When?")]
    [InlineData("\"text\":\"/start q-When\"", "When")]
    [InlineData("\"text\":\"/start@the_bot s-a\"", "/sources a")]
    [InlineData("\"text\":\"/start nonsense!\"", "/start nonsense!")]
    public void What_is_said_in_a_group_is_read_for_what_it_means(string fields, string meant) =>
        Assert.Equal(meant, Assert.IsType<TelegramEvent.Asked>(Read(Message(Group, fields))).Message.Text);

    [Theory]
    [InlineData("\"text\":\"It opens.\"", "/check It opens.")]
    [InlineData("\"caption\":\"It opens.\",\"photo\":[]", "/check It opens.")]
    [InlineData("\"text\":\"/forgetme\"", "/check /forgetme")]
    [InlineData("\"text\":\"It opens. Does it?\"", "/check It opens. Does it?")]
    [InlineData("\"text\":\"When does it open?\"", "When does it open?")]
    [InlineData("\"text\":\"/forgetme?\"", "/check /forgetme?")]
    public void A_forward_in_private_is_a_claim_and_never_a_command(string fields, string meant) =>
        Assert.Equal(meant, Assert.IsType<TelegramEvent.Asked>(Read(Message(Private, fields + ",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"x\"}"))).Message.Text);

    [Theory]
    [InlineData("""{"update_id":1}""")]
    [InlineData("""{"update_id":1,"something_new":{"a":[1,2]}}""")]
    [InlineData("""{"update_id":1,"message":"?"}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{}}""")]
    [InlineData("""{"update_id":1,"channel_post":{"message_id":2,"date":3,"chat":{"id":-5,"type":"channel"},"text":"/help"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":5,"type":"private"},"from":{"id":8,"is_bot":true,"first_name":"Other"},"text":"/help"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":5,"type":"private"},"text":"/help"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":-9,"type":"wormhole"},"from":{"id":5,"is_bot":false,"first_name":"Ann"},"text":"/help"}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"Ann"},"text":"hi","via_bot":{"id":7,"is_bot":true,"first_name":"Bot"}}}""")]
    [InlineData("""{"update_id":1,"inline_query":{"id":"1","from":{"id":8,"is_bot":true,"first_name":"Other"},"query":"x","offset":""}}""")]
    [InlineData("""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":-9,"type":"group"},"from":{"id":5,"is_bot":false,"first_name":"Ann"},"sticker":{}}}""")]
    public void What_is_garbled_unknown_or_not_for_the_bot_is_passed_over(string update) => Assert.IsType<TelegramEvent.Ignored>(Read(update));

    [Theory]
    [InlineData("\"text\":\"@the_bot when\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":8}]", "when")]
    [InlineData("\"text\":\"@the_bot when\",\"entities\":[{\"type\":\"mention\",\"offset\":-3,\"length\":8},{\"type\":\"mention\",\"offset\":9999,\"length\":8},{\"type\":\"mention\",\"offset\":5,\"length\":2147483647},{\"type\":\"mention\",\"offset\":0,\"length\":8}]", "when")]
    public void Mentions_with_absurd_places_do_no_harm(string fields, string meant) =>
        Assert.Equal(meant, Assert.IsType<TelegramEvent.Asked>(Read(Message(Group, fields))).Message.Text);

    [Fact]
    public void Whoever_types_in_another_chat_does_not_wait_behind_the_private_one()
    {
        var typed = Update("""{"update_id":1,"inline_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"Ann"},"query":"x","offset":""}}""");
        Assert.NotEqual(TelegramMapping.LaneOf(Update(Message(Private, "\"text\":\"x\""))), TelegramMapping.LaneOf(typed));
    }

    private static string Message(string chat, string fields) => $$"""{"update_id":1,"message":{"message_id":2,"date":3,"chat":{{chat}},"from":{{Ann}},{{fields}} } }""";

    private static Update Update(string json) => UpdateJson.Read(Encoding.UTF8.GetBytes(json));

    private static TelegramEvent Read(string json) => TelegramMapping.Read(Update(json), Me);
}
