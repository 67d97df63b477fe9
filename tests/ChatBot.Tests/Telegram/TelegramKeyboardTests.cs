using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class TelegramKeyboardTests
{
    [Theory]
    [InlineData(ReplyActionKind.Watch, "When does the quay open?")]
    [InlineData(ReplyActionKind.Command, "/watch When does the quay open?")]
    public void To_watch_stands_beside_the_timeline_however_it_is_carried(ReplyActionKind kind, string subject)
    {
        var reply = new Reply([], [], [new ReplyAction(ReplyActionKind.Timeline, "Timeline", "the quay"), new ReplyAction(kind, "Watch", subject), new ReplyAction(ReplyActionKind.Command, "Stop 1", "/unsubscribe id:1")]);
        var keyboard = TelegramKeyboard.Of(reply, KnowledgeBase.Build(Topic.None, []));
        Assert.Equal(["Timeline Watch", "Stop 1"], keyboard!.InlineKeyboard.Select(row => string.Join(' ', row.Select(button => button.Text))));
    }
}
