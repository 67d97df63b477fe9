using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class AllowanceTests
{
    private static readonly ChatAddress Room = new("p", "1", "topic");

    private readonly ManualTime _time = new();

    [Fact]
    public void A_person_may_ask_a_handful_at_once_is_told_once_and_then_waits()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.PersonAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.RefusedAgain, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.Granted, allowance.Take(Room, Person(2)));
        _time.Pass(Allowance.PersonInterval);
        Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.RefusedAgain, allowance.Take(Room, Person(1)));
    }

    [Fact]
    public void All_topics_and_people_of_a_chat_share_its_allowance()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.ChatAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room with { Thread = $"{i}" }, Person(i)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(100)));
        Assert.Equal(Permission.Granted, allowance.Take(Room with { Chat = "2" }, Person(100)));
        _time.Pass(TimeSpan.FromHours(1));
        for (var i = 0; i < Allowance.ChatAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(i)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(100)));
    }

    [Fact]
    public void Errands_have_a_generous_allowance_of_their_own()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.PersonAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(1)));
        for (var i = 0; i < Allowance.PersonAtOnce * Allowance.ErrandsForAQuestion; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1), Effort.Errand));
        Assert.NotEqual(Permission.Granted, allowance.Take(Room, Person(1), Effort.Errand));
    }

    [Fact]
    public void Who_asks_once_a_second_is_answered_a_dozen_times_and_more()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < 16; i++)
        {
            Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
            _time.Pass(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task What_was_passed_over_without_a_word_is_told_above_the_next_answer()
    {
        var knowledge = KnowledgeBase.Build(Topic.None, []);
        var handler = new MessageHandler(() => knowledge, new ConversationMemory(_time), new Allowance(_time), []);
        for (var i = 0; i < Allowance.PersonAtOnce; i++) Assert.NotEmpty(await SayAsync("When is it?"));
        Assert.Equal("Those are a lot of commands at once. Please wait a few seconds, then give this one again.", MessageHandler.RefusalOf("/help"));
        Assert.StartsWith("That is a lot at once: I haven't checked this.", await SayAsync("/check It was in May."), StringComparison.Ordinal);
        Assert.Empty(await SayAsync("Where is it?"));
        Assert.Empty(await SayAsync("Who comes?"));
        _time.Pass(TimeSpan.FromMinutes(1));
        Assert.StartsWith("I passed over 2 messages of yours", await SayAsync("When is it?"), StringComparison.Ordinal);
        Assert.DoesNotContain("passed over", await SayAsync("When is it?"), StringComparison.Ordinal);

        async Task<string> SayAsync(string text) =>
            await handler.RespondAsync(new IncomingMessage(Room, Person(1), "1", text, false), TestContext.Current.CancellationToken) is { } response ? PlainReplyWriter.WriteText(response.Reply) : "";
    }

    [Fact]
    public async Task Small_talk_takes_no_questions_and_is_limited_all_the_same()
    {
        var knowledge = KnowledgeBase.Build(Topic.None, []);
        var handler = new MessageHandler(() => knowledge, new ConversationMemory(_time), new Allowance(_time), []);
        for (var i = 0; i < 3 * Allowance.PersonAtOnce; i++) Assert.Equal("You're welcome.", await SayAsync("thanks!"));
        for (var i = 0; i < Allowance.PersonAtOnce; i++) Assert.NotEqual(PhraseCatalogue.TooMany, await SayAsync("When is it?"));
        Assert.Equal(PhraseCatalogue.TooMany, await SayAsync("When is it?"));
        _time.Pass(TimeSpan.FromMinutes(1));
        var answered = 0;
        while (await SayAsync("thanks!") == "You're welcome.") answered++;
        Assert.InRange(answered, Allowance.PersonAtOnce + 1, Allowance.PersonAtOnce * (Allowance.ErrandsForAQuestion + 1));

        async Task<string> SayAsync(string text) =>
            await handler.RespondAsync(new IncomingMessage(Room, Person(1), "1", text, true), TestContext.Current.CancellationToken) is { } response ? PlainReplyWriter.WriteText(response.Reply) : "";
    }

    [Fact]
    public void In_private_a_refusal_is_told_again_after_a_moment()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.PersonAtOnce; i++) allowance.Take(Room, Person(1), Effort.Question, isPrivate: true);
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(1), Effort.Question, isPrivate: true));
        Assert.Equal(Permission.RefusedAgain, allowance.Take(Room, Person(1), Effort.Question, isPrivate: true));
        _time.Pass(TimeSpan.FromSeconds(2.5));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(1), Effort.Question, isPrivate: true));
    }

    [Theory]
    [InlineData("Who hosts the summit?", "Question")]
    [InlineData("/ask Who hosts the summit?", "Question")]
    [InlineData("/when", "Question")]
    [InlineData("/check It was in May.", "Question")]
    [InlineData("/check", "Errand")]
    [InlineData("/subscriptions", "Errand")]
    [InlineData("/settings quiet 22-7", "Errand")]
    [InlineData("/subscribe drones", "Errand")]
    [InlineData("/help", "Errand")]
    [InlineData("/nosuchthing", "Errand")]
    public void Only_what_searches_the_documents_is_a_question(string text, string effort) => Assert.Equal(effort, MessageHandler.EffortOf(text).ToString());

    private static PersonId Person(int number) => new("p", $"{number}");
}
