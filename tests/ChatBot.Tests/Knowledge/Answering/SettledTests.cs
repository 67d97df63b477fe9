using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What a later word settles, in invented texts about a lantern festival: a move that is called off, and a figure that is corrected.</summary>
public sealed class SettledTests
{
    private const string Planned = "The Lantern Festival takes place on 24 June 2031.";
    private const string Moved = "The Lantern Festival has been moved to 30 June 2031, the council said.";

    private static readonly Topic Festival = Read();

    [Theory]
    [InlineData("The move of the Lantern Festival is called off; it stays on 24 June 2031.")]
    [InlineData("The move of the Lantern Festival to 30 June has been called off, and it stays on 24 June 2031.")]
    [InlineData("The council has scrapped the move of the Lantern Festival to 30 June; it stays on 24 June 2031.")]
    [InlineData("The Lantern Festival will be held on 24 June 2031 as planned, the mayor said.")]
    [InlineData("The Lantern Festival will not be moved and takes place on 24 June 2031.")]
    [InlineData("The mayor denied that the Lantern Festival was moved to 30 June; it takes place on 24 June 2031.")]
    public void A_move_that_is_called_off_is_told_as_history_and_what_stands_leads(string undone)
    {
        var steps = Assert.IsType<Changed>(Ask("When is the Lantern Festival?", Planned, Moved, undone)).Steps;
        Assert.Equal([Planned, Moved, undone], steps.Select(step => step.Statements[0].Text));
    }

    [Theory]
    [InlineData("The mayor denied on Friday that the Lantern Festival had been put off again.")]
    [InlineData("The mayor denied that the Lantern Festival had been moved.")]
    public void A_denial_of_a_move_is_told_with_it_though_it_names_no_day(string denial) =>
        Assert.Contains(denial, Ask("When is the Lantern Festival?", Planned, Moved, denial).Statements.Select(statement => statement.Text));

    [Theory]
    [InlineData("The mayor denied that the Cheese Fair had been moved.")]
    [InlineData("The mayor denied that the Lantern Festival had been moved to 4 May 2031.")]
    public void A_denial_of_another_move_is_not(string denial) =>
        Assert.DoesNotContain(denial, Ask("When is the Lantern Festival?", Planned, Moved, denial).Statements.Select(statement => statement.Text));

    [Theory]
    [InlineData("Is the Lantern Festival cancelled?")]
    [InlineData("Is it called off?")]
    public void The_last_word_on_a_cancellation_leads_over_older_denials(string question)
    {
        const string Denied = "The mayor denied that the Lantern Festival had ever been in danger of being cancelled.";
        const string Off = "The Lantern Festival was cancelled on Monday because of the storm.";
        const string On = "The Lantern Festival will go ahead after all, the council said.";
        Assert.Equal(On, Ask(question, Planned, Denied, On).Statements[0].Text);
        Assert.Equal([Off, On], Assert.IsType<Changed>(Ask(question, Planned, Denied, Off, On)).Steps.Select(step => step.Statements[0].Text));
    }

    [Theory]
    [InlineData("The move of the Lantern Festival was not called off.")]
    [InlineData("The Lantern Festival will be held on 30 June 2031 as announced, the mayor said.")]
    [InlineData("The Cheese Fair will be held on 24 June 2031 as planned, the mayor said.")]
    public void What_calls_no_move_off_settles_nothing(string other) => Assert.IsType<Disputed>(Ask("When is the Lantern Festival?", Planned, Moved, other));

    [Fact]
    public void The_value_that_stands_is_named_by_its_day() =>
        Assert.Equal("24 June 2031", Assert.IsType<Changed>(Ask("When is the Lantern Festival?", Planned, Moved, "The move of the Lantern Festival to 30 June is called off; it stays on 24 June 2031.")).Steps[^1].Value);

    [Theory]
    [InlineData("How much aid did Norrland give?", "Norrland gave Orvik 130 million euros in flood aid, not 150 million, the council said.")]
    [InlineData("How much aid did Norrland give?", "Correction: the flood aid is 130 million euros, not 150 million.")]
    [InlineData("How much aid did Norrland give?", "The council corrected the sum: it is 130 million euros, not 150 million euros.")]
    [InlineData("How much is the flood aid?", "Correction: the flood aid is 130 million euros, not 150 million.")]
    [InlineData("What was the flood aid from Norrland?", "Norrland gave Orvik 130 million euros in flood aid, not 150 million, the council said.")]
    public void A_corrected_figure_leads(string question, string correction) =>
        Assert.Equal(correction, Assert.IsType<Changed>(Ask(question, "Norrland gave Orvik 150 million euros in flood aid.", correction)).Steps[^1].Statements[0].Text);

    [Fact]
    public void A_correction_of_something_else_with_the_same_figure_corrects_nothing() =>
        Assert.IsType<Told>(Ask("How much does a sausage cost at the festival?", "A sausage at the Lantern Festival costs 6 euros.", "Correction: a ticket to the Lantern Festival costs 5 euros, not 6 euros."));

    [Fact]
    public void Who_counts_otherwise_corrects_nobody() =>
        Assert.IsType<Disputed>(Ask("How many guests were counted at the Lantern Festival?", "The organisers counted 6,000 guests at the Lantern Festival.", "The police counted 5,000 guests at the Lantern Festival, not 6,000."));

    [Fact]
    public void A_correction_that_answers_best_leads_over_what_it_corrects()
    {
        const string Correction = "Correction: 5,000 guests were at the Lantern Festival, not 6,000.";
        Assert.Equal(Correction, Assert.IsType<Changed>(Ask("How many guests were at the Lantern Festival?", "About 6,000 guests came to the Lantern Festival.", Correction)).Steps[^1].Statements[0].Text);
    }

    private static Answer Ask(string question, params string[] texts) =>
        KnownTexts.Of(Festival, [.. texts.Select((text, i) => ($"day{i}.md", $"---\npublisher: Orvik Post {i} (invented)\ntitle: The lanterns\npublished: 2031-03-0{i + 1}\n---\n\n{text}\n"))]).Ask(question, Conversation.New);

    private static Topic Read()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["topic.yaml"] = "title: The Lantern Festival\ndescription: A festival in Orvik.\nsubject: lantern-festival\n",
            ["entities.yaml"] = """
                entities:
                  - {id: lantern-festival, name: the Lantern Festival, kind: event, aliases: [the festival]}
                  - {id: norrland, name: Norrland, kind: country}
                  - {id: orvik, name: Orvik, kind: place}
                  - {id: council, name: the council, kind: organisation}
                  - {id: aid, name: flood aid, kind: thing, aliases: [aid]}
                """,
            ["attributes.yaml"] = """
                attributes:
                  - {id: dates, label: when the festival takes place, entity: lantern-festival, value: dates, cues: [takes place, held, moved to], changes: false}
                  - {id: aid, label: how much flood aid, entity: aid, value: quantity, cues: [aid], units: [euro], changes: false}
                """,
        };
        return Assert.IsType<TopicReadResult.Read>(TopicReader.Read(files, "lantern-festival")).Topic;
    }
}
