using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Understanding;
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
        var other = Said("2") with { Person = new PersonId("p", "other") };
        Assert.Same(Conversation.New, memory.Before(other));
        Assert.Null(memory.Find(other with { Id = "1" }));
        Assert.Same(Conversation.New, memory.Before(Said("2") with { Chat = new ChatAddress("p", "1", "topic") }));
    }

    [Fact]
    public void A_reply_takes_up_the_answer_replied_to_whoever_asked_and_nothing_where_it_is_forgotten()
    {
        var memory = new ConversationMemory(_time);
        var (first, second) = (Asked("first"), Asked("second"));
        var both = new Conversation([first, second]);
        memory.Remember(Said("1"), Conversation.New, new Conversation([first]), ["10"]);
        memory.Remember(Said("2"), new Conversation([first]), both, ["11"]);
        memory.Repeat(Said("2").Chat, "11", ["12"]);
        var other = Said("3") with { Person = new PersonId("p", "other") };
        Assert.Equal([second], memory.Before(other with { RepliesTo = "11" }).Turns);
        Assert.Equal([second], memory.Before(other with { RepliesTo = "12" }).Turns);
        Assert.Same(both, memory.Before(Said("3") with { RepliesTo = "12" }));
        Assert.Empty(memory.Before(Said("3") with { RepliesTo = "99" }).Turns);
    }

    [Fact]
    public void A_reply_that_is_quicker_than_the_id_of_what_it_replies_to_takes_up_what_is_being_sent()
    {
        var memory = new ConversationMemory(_time);
        memory.Remember(Said("1"), Conversation.New, First, []);
        Assert.Same(First, memory.Before(Said("2") with { RepliesTo = "10" }));
        Assert.Same(Conversation.New, memory.Before(Said("2") with { RepliesTo = "10", Chat = new ChatAddress("p", "2") }));
        memory.Remember(Said("1"), Conversation.New, First, ["10"]);
        Assert.Same(Conversation.New, memory.Before(Said("2") with { RepliesTo = "9" }));
        memory.Remember(Said("3"), Conversation.New, Second, []);
        _time.Pass(ConversationMemory.Sending);
        Assert.Same(Conversation.New, memory.Before(Said("4") with { RepliesTo = "13" }));
        memory.Remember(Said("5") with { IsForOneAlone = true }, Conversation.New, Second, []);
        Assert.Same(Conversation.New, memory.Before(Said("6") with { RepliesTo = "14" }));
    }

    [Fact]
    public void What_answers_no_question_leads_nobody_into_the_conversation_of_whoever_was_told()
    {
        var memory = new ConversationMemory(_time);
        var asked = new Conversation([Asked("first")]);
        memory.Remember(Said("1"), Conversation.New, asked, ["10"]);
        memory.Remember(Said("2"), asked, asked, ["11"]);
        Assert.Same(asked, memory.Before(Said("3") with { RepliesTo = "11" }));
        Assert.Empty(memory.Before(Said("3") with { RepliesTo = "11", Person = new PersonId("p", "other") }).Turns);
    }

    [Fact]
    public void What_is_taken_up_again_is_found_by_its_edit_and_by_replies_and_is_not_what_was_said_latest()
    {
        var memory = new ConversationMemory(_time);
        var (reply, edit) = (Said("3") with { RepliesTo = "10" }, Said("1") with { IsEdit = true });
        Assert.False(memory.Knows(reply));
        Assert.False(memory.Knows(edit));
        Assert.True(memory.Knows(Said("3")));
        memory.Recall(new KeptAnswer(Said("1").Chat, "1", null, ["10"], [], false), Said("1").Chat, First, Second, null);
        Assert.True(memory.Knows(reply));
        Assert.True(memory.Knows(edit));
        Assert.Same(First, memory.Before(edit));
        Assert.Equal(["10"], memory.Find(edit)?.Replies);
        Assert.Same(Conversation.New, memory.Before(Said("3")));
    }

    [Fact]
    public void What_is_asked_after_a_question_is_gone_does_not_lean_on_it()
    {
        var memory = new ConversationMemory(_time);
        var (first, second, third) = (Asked("first"), Asked("second"), Asked("third"));
        var (one, two, three) = (new Conversation([first]), new Conversation([first, second]), new Conversation([first, second, third]));
        memory.Remember(Said("1"), Conversation.New, one, ["10"]);
        memory.Remember(Said("2"), one, two, ["11"]);
        memory.Remember(Said("3"), two, three, ["12"]);
        memory.Withdraw(Said("2").Chat, "2");
        Assert.Equal([first, third], memory.Before(Said("4")).Turns);
        Assert.Equal([first, third], memory.Before(Said("4") with { RepliesTo = "12" }).Turns);
        Assert.Equal([first], memory.Before(Said("3") with { IsEdit = true }).Turns);
        Assert.Empty(memory.Before(Said("4") with { RepliesTo = "11" }).Turns);
        Assert.Empty(memory.Find(Said("2"))!.Replies);
        memory.Withdraw(Said("3").Chat, "3");
        Assert.Equal([first], memory.Before(Said("4")).Turns);
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

    private static Turn Asked(string text)
    {
        var question = new Question { Text = text, Tokens = [], Terms = [] };
        return new Turn(question, new NotKnown([]) { Question = question });
    }

    private static IncomingMessage Said(string id) => new(new ChatAddress("p", "1"), new PersonId("p", "ann"), id, "words", true);
}
