using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>"Who said that?": whom the sentence has as saying, putting, estimating or calling it so; nobody is only said to be named where nobody is.</summary>
public sealed class WhoSaidThatTests
{
    private const string Article = """
        ---
        publisher: The Norvik Courier (invented)
        title: The new quay of Norvik
        published: 2031-06-02
        ---

        Hedda Quist put the cost of the quay at 41 million euros. The council has put flowers at the gate of the cemetery since 1990.

        The harbour office estimates the depth of the basin at nine metres. Otto Brandt spoke of 300 jobs for welders.

        An official of the ministry who asked not to be named told the Courier that the tunnel is delayed. The organisers, who have been counting since May, speak of 900 guests at the feast.

        "The lighthouse will be painted red," said a spokeswoman.

        Tilda Moen appeared on the pier in a yellow coat, as the signal for the fishermen. The bridge to Skarholm is 800 metres long.

        Agneta Oduya's attendance underlines the weight of the congress. The invitation of the council underlines how old the theatre is.

        The mayor of Lund, after long talks in the town hall with all who came from Skarholm that day, called the ferry a bargain.

        "We began with the roof. We shall end with the cellar of the museum," Otto Brandt said.

        Hedda Quist wants a market that is "open to all".

        The Skarholm Brewery intends to close its old cooperage, two people familiar with the matter said on Monday.

        Agneta Oduya of the Skarholm Brewery said that 900 kegs would be empty.
        """;

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() => KnownTexts.Of(("courier.md", Article)));

    [Theory]
    [InlineData("What does the quay cost?", "Hedda Quist")]
    [InlineData("How deep is the basin?", "harbour office")]
    [InlineData("How many jobs for welders are there?", "Otto Brandt")]
    [InlineData("Is the tunnel delayed?", "An official of the ministry")]
    [InlineData("How many guests come to the feast?", "The organisers")]
    [InlineData("What colour will the lighthouse be painted?", "a spokeswoman")]
    [InlineData("What about the cellar of the museum?", "Otto Brandt")]
    [InlineData("What will happen to the old cooperage?", "two people familiar with the matter")]
    [InlineData("How many kegs would be empty?", "Agneta Oduya")]
    public void Whoever_the_sentence_has_as_saying_it_is_named(string question, string who)
    {
        var told = Assert.IsType<Told>(After(question, "who said that?"));
        Assert.False(told.NamesNoSpeaker);
        Assert.Contains(who, told.Found[0].ValueText ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How long is the bridge to Skarholm?", true)]
    [InlineData("Since when does the council put flowers at the gate of the cemetery?", true)]
    [InlineData("What underlines the weight of the congress?", true)]
    [InlineData("What does the invitation of the council underline?", true)]
    [InlineData("What did Tilda Moen wear on the pier?", true)]
    [InlineData("What market does Hedda Quist want?", false)]
    [InlineData("Is the ferry a bargain?", false)]
    public void Nobody_is_said_to_be_named_only_where_nobody_may_be(string question, bool namesNobody) =>
        Assert.Equal(namesNobody, After(question, "who said that?").NamesNoSpeaker);

    private static Answer After(string question, string next)
    {
        var knowledge = Knowledge.Value;
        return knowledge.Ask(next, Conversation.New.With(knowledge.Ask(question, Conversation.New)));
    }
}
