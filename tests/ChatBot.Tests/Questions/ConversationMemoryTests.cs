using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class ConversationMemoryTests
{
    private static readonly Conversation First = new([]);
    private static readonly Conversation Second = new([]);

    private readonly ManualTime _time = new();

    [Fact]
    public void A_message_follows_the_latest_a_reply_the_answer_replied_to_and_an_edit_what_was_before_it()
    {
        var memory = new ConversationMemory(_time);
        memory.Remember(Said("1"), Conversation.New, First, ["10"]);
        memory.Remember(Said("2"), First, Second, ["11", "12"]);
        Assert.Same(Second, memory.Before(Said("3")));
        Assert.Same(First, memory.Before(Said("3") with { RepliesTo = "10" }));
        Assert.Same(Second, memory.Before(Said("3") with { RepliesTo = "12" }));
        Assert.Same(First, memory.Before(Said("2") with { IsEdit = true }));
        Assert.Equal(["11", "12"], memory.Find(Said("2"))?.Replies);
    }

    [Fact]
    public void Nobody_follows_anothers_conversation_nor_their_own_elsewhere()
    {
        var memory = new ConversationMemory(_time);
        memory.Remember(Said("1"), Conversation.New, First, ["10"]);
        var other = Said("2") with { Person = new PersonId("p", "other"), RepliesTo = "10" };
        Assert.Same(Conversation.New, memory.Before(other));
        Assert.Null(memory.Find(other with { Id = "1" }));
        Assert.Same(Conversation.New, memory.Before(Said("2") with { Chat = new ChatAddress("p", "1", "topic") }));
    }

    [Fact]
    public void After_half_an_hour_it_is_forgotten()
    {
        var memory = new ConversationMemory(_time);
        memory.Remember(Said("1"), Conversation.New, First, ["10"]);
        _time.Pass(ConversationMemory.Life - TimeSpan.FromSeconds(1));
        Assert.Same(First, memory.Before(Said("2")));
        _time.Pass(TimeSpan.FromSeconds(1));
        Assert.Same(Conversation.New, memory.Before(Said("2")));
        Assert.Null(memory.Find(Said("1")));
    }

    [Fact]
    public void It_is_bounded_and_the_oldest_goes_first()
    {
        var map = new ExpiringMap<int, int>(3, TimeSpan.FromDays(1), _time);
        foreach (var key in new[] { 1, 2, 3, 1, 4, 5 }) map.Set(key, key * 10);
        Assert.Equal(3, map.Count);
        Assert.Equal([(1, true), (2, false), (3, false), (4, true), (5, true)], Enumerable.Range(1, 5).Select(key => (key, map.TryGet(key, out _))));
    }

    private static IncomingMessage Said(string id) => new(new ChatAddress("p", "1"), new PersonId("p", "ann"), id, "words", true);
}
