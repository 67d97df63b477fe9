using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Questions that could mean two things, on a made-up topic with two open days.</summary>
public sealed class ReadingsTests
{
    private const string Entities = """
        entities:
          - id: harbour-day
            kind: event
            name: Open day at the harbour
            aliases: [harbour open day]
          - id: school-day
            kind: event
            name: Open day at the school
            aliases: [school open day]
        """;

    private const string News = """
        ---
        id: tolvik-news
        publisher: Tolvik News
        title: What is on in June
        published: 2031-06-02
        ---

        The open day at the harbour takes place on 14 June 2031. The open day at the school takes place on 21 June 2031.

        The open day at the school ends with a concert of the brass band.
        """;

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() =>
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["topic.yaml"] = "title: Open days (invented)\ndescription: Two open days in an invented town.\ntime-zone: Europe/Oslo\n", ["entities.yaml"] = Entities };
        var topic = Assert.IsType<TopicReadResult.Read>(TopicReader.Read(files, "open-days")).Topic;
        return KnownTexts.Of(topic, ("news.md", News));
    });

    [Fact]
    public void Two_readings_within_the_margin_are_asked_back()
    {
        var ambiguous = Assert.IsType<Ambiguous>(Ask("When is the open day?"));
        Assert.Equal(["When is the open day at the harbour?", "When is the open day at the school?"], ambiguous.Choices.Order());
    }

    [Fact]
    public void Each_choice_has_an_answer_of_its_own()
    {
        var answers = Assert.IsType<Ambiguous>(Ask("When is the open day?")).Choices.Select(choice => Assert.IsType<Told>(Ask(choice)).Found[0].ValueText);
        Assert.Equal(["14 June 2031", "21 June 2031"], answers.Order());
    }

    [Theory]
    [InlineData("When is the open day at the school?", "21 June 2031")]
    [InlineData("When is the harbour open day?", "14 June 2031")]
    public void A_whole_name_is_taken_as_it_stands(string question, string day) => Assert.Equal(day, Assert.IsType<Told>(Ask(question)).Found[0].ValueText);

    [Fact]
    public void A_reading_that_leads_by_more_than_the_margin_is_not_asked_about() =>
        Assert.Contains("brass band", Assert.IsType<Told>(Ask("Which band gives a concert at the open day?")).Found[0].Text, StringComparison.Ordinal);

    private static Answer Ask(string question) => Knowledge.Value.Ask(question, Conversation.New);
}
