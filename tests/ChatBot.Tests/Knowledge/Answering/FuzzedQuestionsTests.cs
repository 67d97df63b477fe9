using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Questions;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Whatever people, programs and cats on keyboards send: there is a reply, and every statement in it stands in a document.</summary>
public sealed class FuzzedQuestionsTests
{
    private static readonly string[] Pieces =
    [
        "who", "what", "when", "where", "why", "how many", "how much", "did", "is", "was", "the", "summit", "Rutte", "NATO", "Trump", "say", "about", "and", "not", "next", "2025", "5%", "$", "?", "!", "...",
        "/when", "/who", "/quote", "/timeline", "from", "before", "by", "of", "in The Hague", "it", "he", "that", "per", "via", "according to", "'s", "’s", "-", "\n", "\t", "\"", "(", ")", "@here", "<b>", "&amp;", "https://a.b/c", "24", "June",
    ];

    private static readonly Lazy<KnowledgeBase> Shipped = new(() =>
    {
        var folder = RepositoryRoot.File("config", "topics", "hague-2025");
        var topic = TopicFolder.ReadTopic(folder);
        return KnowledgeBase.Build(topic, TopicFolder.ReadFacts(TopicFolder.DocumentsOf(folder), new FactExtractor(topic)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pieces_of_questions_in_any_order(int seed) => All(seed, 400, random => string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])));

    [Fact]
    public void Characters_of_every_plane() => All(4, 300, random => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Character(random))));

    [Fact]
    public void Halves_of_characters() => All(5, 100, random => string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(0xD7F0, 0xE010))));

    [Fact]
    public void Nothing_but_marks_or_emoji() => All(6, 200, random => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(2) == 0 ? "?!.,;:-()[]{}'\"/\\|~"[random.Next(19)].ToString() : char.ConvertFromUtf32(0x1F600 + random.Next(60)))));

    [Theory]
    [InlineData("a")]
    [InlineData("when? ")]
    [InlineData("who said what about the summit and ")]
    [InlineData("((((")]
    public void A_megabyte(string piece) => Ask(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));

    [Fact]
    public void Five_hundred_questions_in_one() => Ask(string.Join(' ', Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? "When is the summit?" : "Who attends?")));

    [Fact]
    public void Conversations_of_nonsense()
    {
        var random = new Random(7);
        var conversation = Conversation.New;
        for (var i = 0; i < 300; i++)
            conversation = Check(QuestionHandler.Handle(string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)])), conversation, Shipped.Value)).Conversation;
    }

    private static void All(int seed, int count, Func<Random, string> make)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++) Ask(make(random));
    }

    private static void Ask(string text) => Check(QuestionHandler.Handle(text, Conversation.New, Shipped.Value));

    private static Handled Check(Handled handled)
    {
        Assert.Empty(handled.Violations);
        Assert.NotEmpty(handled.Reply.Blocks);
        return handled;
    }

    private static string Character(Random random)
    {
        var rune = random.Next(0x10FFFF);
        return Rune.IsValid(rune) ? new Rune(rune).ToString() : "�";
    }
}
