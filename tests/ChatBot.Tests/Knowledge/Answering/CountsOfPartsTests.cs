using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>How many kites there are at a made-up fair, beside figures that count some of them.</summary>
public sealed class CountsOfPartsTests
{
    private static readonly Topic Fair = Topic.None with
    {
        Title = "Sundby Kite Fair, June 2033",
        Subject = new EntityId("kites"),
        Entities = [new Entity(new EntityId("kites"), EntityKind.Thing, "kites", [], [])],
        Attributes = [new TopicAttribute("kites.count", "how many kites fly", new EntityId("kites"), [], AttributeValueKind.Quantity, ["kites"], [], [], [], ["kite", "kites"], true)],
    };

    [Fact]
    public void A_figure_that_counts_a_group_or_what_is_not_done_is_no_side_of_how_many_there_are()
    {
        var known = KnownTexts.Of(Fair,
            ("one.md", "---\ntitle: One\npublished: 2033-06-01\n---\n\nIn all 150 kites flew at the fair."),
            ("two.md", "---\ntitle: Two\npublished: 2033-06-03\n---\n\nThe guild will protest with a parade of twenty kites. \"I will not send 90 kites into a storm,\" said Ana Varga."),
            ("three.md", "---\ntitle: Three\npublished: 2033-06-04\n---\n\nThere were 140 kites at the fair on Friday."));
        var shown = known.Ask("/compare How many kites are there?", Conversation.New).Statements.Select(statement => statement.Text).ToList();
        Assert.Contains(shown, text => text.Contains("150 kites", StringComparison.Ordinal));
        Assert.DoesNotContain(shown, text => text.Contains("twenty", StringComparison.Ordinal) || text.Contains("90", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comparison_names_every_source_of_a_value()
    {
        static (string, string) Source(int number, int kites) => ($"{number}.md", $"---\ntitle: Number {number}\npublished: 2033-06-0{number}\n---\n\nReporter {number} says that {kites} kites flew at the fair.");
        var known = KnownTexts.Of(Fair, Source(1, 150), Source(2, 150), Source(3, 150), Source(4, 150), Source(5, 140));
        Assert.Equal(5, known.Ask("/compare How many kites flew?", Conversation.New).Statements.Select(statement => statement.Citation.Document).Distinct().Count());
    }
}
