using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>What points back, right behind news in a private chat, means the news.</summary>
public sealed class AfterNewsTests
{
    private static readonly ChatAddress Room = new("p", "1");

    private readonly ManualTime _time = new();
    private readonly ConversationMemory _memory;
    private readonly MessageHandler _handler;
    private int _said;

    public AfterNewsTests()
    {
        _memory = new ConversationMemory(_time);
        _handler = new MessageHandler(() => InventedPages.Knowledge, _memory, new Allowance(_time), []);
    }

    [Fact]
    public async Task Who_said_it_is_told_of_the_news_and_not_of_what_was_asked_before()
    {
        await SayAsync("Who is Mara Ellstrom?");
        TellNews();
        await SayAsync("thanks");
        Assert.Contains("called the old course dangerous", await SayAsync("who said that?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_means_what_stood_in_the_news()
    {
        TellNews();
        Assert.Contains("called the old course dangerous", await SayAsync("what does [1] say?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_another_answer_and_where_others_read_along_the_news_are_not_meant()
    {
        TellNews();
        await SayAsync("Who is Mara Ellstrom?");
        Assert.DoesNotContain("old course", await SayAsync("who said that?"), StringComparison.Ordinal);
        TellNews();
        Assert.StartsWith("I can't tell whom or what that means.", await SayAsync("who said that?", isPrivate: false, person: "2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forgotten_is_not_answered_by_the_news_before()
    {
        TellNews();
        _memory.Forget(new PersonId("p", "1"), Room);
        Assert.StartsWith("I can't tell whom or what that means.", await SayAsync("who said that?"), StringComparison.Ordinal);
    }

    private void TellNews()
    {
        var told = QuestionHandler.Handle("/check The old course was dangerous.", Conversation.New, InventedPages.Knowledge).Reply;
        _handler.Told(Assert.IsType<KeptAnswer>(ShownStatements.OfNews(Room, "key", ["9"], told, InventedPages.Knowledge)));
    }

    private async Task<string> SayAsync(string text, bool isPrivate = true, string person = "1")
    {
        var message = new IncomingMessage(Room, new PersonId("p", person), $"{++_said}", text, isPrivate);
        var response = Assert.IsType<Response>(await _handler.RespondAsync(message, TestContext.Current.CancellationToken));
        _memory.Remember(message, response, [$"answer {_said}"]);
        return PlainReplyWriter.WriteText(response.Reply);
    }
}
