using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>What is taken back, not done, or turned back, in invented texts about a fair.</summary>
public sealed class TakenBackTests
{
    private static readonly Topic Fair = Read();

    [Theory]
    [InlineData("The Tarn Echo has retracted its report of 3 February that Ilse Brandt will not attend the Wool Fair.")]
    [InlineData("Retraction: the paper withdraws its report that Ilse Brandt will not attend the Wool Fair.")]
    [InlineData("The Tarn Echo took back its claim that Ilse Brandt will attend the Wool Fair.")]
    [InlineData("The Tarn Echo apologised for its story that Ilse Brandt will attend the Wool Fair.")]
    [InlineData("Its report that Ilse Brandt will not attend the Wool Fair was wrong, the Tarn Echo said.")]
    public void A_report_that_is_taken_back_gives_no_value(string sentence) => Assert.DoesNotContain(Facts(sentence), value => value.Attribute == "attendance");

    [Fact]
    public void A_report_that_somebody_does_not_take_back_stands() =>
        Assert.False(Assert.Single(Facts("The Tarn Echo has not retracted its report that Ilse Brandt will not attend the Wool Fair."), value => value.Attribute == "attendance").Yes);

    [Fact]
    public void A_retraction_is_told_as_a_correction_of_what_was_reported()
    {
        var known = KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "Ilse Brandt will not attend the Wool Fair.")));
        var news = Assert.Single(Read(known, Dated("2027-02-05", "The Tarn Echo has retracted its report of 3 February that Ilse Brandt will not attend the Wool Fair.")).News);
        Assert.Equal((NewsKind.Corrected, "Ilse Brandt will not attend the Wool Fair."), (news.Kind, Assert.Single(news.Known).Text));
    }

    [Fact]
    public void An_answer_tells_the_retraction_with_what_is_taken_back()
    {
        var known = KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "Ilse Brandt will not attend the Wool Fair.")), ("b.md", Dated("2027-02-05", "The Tarn Echo has retracted its report of 3 February that Ilse Brandt will not attend the Wool Fair.")));
        Assert.Equal(2, known.Ask("Will Ilse Brandt attend the Wool Fair?", Conversation.New).Statements.Count);
    }

    [Theory]
    [InlineData("The fair has not withdrawn its invitation to Hallow.")]
    [InlineData("The fair never formally withdrew its invitation to Hallow.")]
    [InlineData("The fair denied that it has withdrawn its invitation to Hallow.")]
    public void What_is_not_withdrawn_is_not_told_as_withdrawn(string sentence) => Assert.DoesNotContain(Facts(sentence), value => value.Attribute == "invitation" && value.Yes == false);

    [Fact]
    public void What_is_withdrawn_is() => Assert.False(Assert.Single(Facts("The fair has withdrawn its invitation to Hallow.")).Yes);

    [Theory]
    [InlineData("The Wool Fair will take place on 14–15 May 2027 as planned.")]
    [InlineData("The Wool Fair will take place on 14–15 May 2027 after all.")]
    public void Days_that_stay_as_planned_after_a_move_was_told_have_changed_back(string sentence)
    {
        var moved = "The Wool Fair has been postponed and will take place on 21–22 May 2027 because of a storm.";
        var known = KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "The Wool Fair takes place on 14–15 May 2027.")), ("b.md", Dated("2027-02-05", moved)));
        var change = Assert.Single(Read(known, Dated("2027-02-06", sentence)).Changes);
        Assert.Equal(("dates", NewsKind.Changed, moved), (change.Attribute.Id, change.Kind, Assert.Single(change.Before).Text));
        Assert.Empty(Read(KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "The Wool Fair takes place on 14–15 May 2027."))), Dated("2027-02-06", sentence)).Changes);
    }

    [Fact]
    public void A_figure_that_turns_back_is_told_with_what_it_turned_from()
    {
        var known = KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "About 6,000 weavers will come to the Wool Fair.")), ("b.md", Dated("2027-02-05", "About 5,500 weavers will come to the Wool Fair.")));
        var news = Assert.Single(Read(known, Dated("2027-02-06", "About 6,000 weavers will come to the Wool Fair after all.")).News);
        Assert.Equal((NewsKind.Changed, "About 5,500 weavers will come to the Wool Fair."), (news.Kind, Assert.Single(news.Known).Text));
        Assert.DoesNotContain(Read(known, Dated("2027-02-04", "About 6,000 weavers will come to the Wool Fair, it seems.")).News, late => late.Kind == NewsKind.Changed);
    }

    [Fact]
    public void A_figure_that_a_correction_declares_wrong_is_no_side_of_an_answer()
    {
        var known = KnownTexts.Of(Fair, ("a.md", Dated("2027-02-03", "About 270 guards watch the Wool Fair in Tarnholm.")),
            ("b.md", Dated("2027-02-05", "Correction: An earlier version of this article wrongly said that 290 guards would watch the Wool Fair.")));
        Assert.Equal("About 270 guards watch the Wool Fair in Tarnholm.", Assert.IsType<Told>(known.Ask("How many guards watch the Wool Fair?", Conversation.New)).Found[0].Text);
    }

    [Fact]
    public void A_correction_that_does_not_name_what_it_corrects_gives_the_right_figure() =>
        Assert.Equal(2e6, Assert.Single(Facts("Correction: An earlier version of this article wrongly put the market aid at 3 million euros; it is 2 million euros.")).Number?.Value);

    [Theory]
    [InlineData("A protest against the Wool Fair is held on 12 May in Tarnholm.")]
    [InlineData("A meeting before the Wool Fair takes place on 12 May in Hallow.")]
    [InlineData("Weavers held a meeting in Hallow on 5 May to prepare the Wool Fair.")]
    [InlineData("Hallow would host the next Wool Fair.")]
    [InlineData("Ahead of the Wool Fair, a rally takes place on 12 May in Hallow.")]
    public void What_is_beside_an_event_is_no_day_or_place_of_it(string sentence) => Assert.Empty(Facts(sentence));

    [Theory]
    [InlineData("Ilse Brandt spoke ahead of the Wool Fair, which takes place on 14 May 2027.")]
    [InlineData("Before the Wool Fair is held on 14 May 2027, the stalls are built.")]
    [InlineData("The Wool Fair is held on 14 May 2027 before a protest.")]
    public void An_events_own_day_is_given_beside_another_event(string sentence) => Assert.Contains(Facts(sentence), value => value.Attribute == "dates");

    private static IReadOnlyList<ChatBot.Knowledge.Facts.AttributeValue> Facts(string sentence) => KnownTexts.Of(Fair, ("new.md", Dated("2027-02-05", sentence))).Documents.Single().Facts[0].Attributes;

    private static DocumentUpdate Read(KnowledgeBase known, string text) => new UpdateReader(known).Read(KnownTexts.Of(Fair, ("after.md", text)).Documents.Single());

    private static string Dated(string day, string text) => $"---\npublisher: Vale Courier (invented)\ntitle: The fair\npublished: {day}\n---\n\n{text}\n";

    private static Topic Read()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["topic.yaml"] = "title: The Wool Fair\ndescription: The fair of Tarnholm.\nsubject: wool-fair\n",
            ["entities.yaml"] = """
                entities:
                  - {id: wool-fair, name: the Wool Fair, kind: event, aliases: [the fair]}
                  - {id: hallow, name: Hallow, kind: country}
                  - {id: tarnholm, name: Tarnholm, kind: place}
                  - {id: brandt, name: Ilse Brandt, kind: person}
                """,
            ["attributes.yaml"] = """
                attributes:
                  - {id: dates, label: when the fair takes place, entity: wool-fair, value: dates, cues: [take place, takes place, held], changes: false}
                  - {id: place, label: where the fair takes place, entity: wool-fair, value: place, cues: [take place, takes place, held, host], changes: false}
                  - {id: attendance, label: who attends the fair, kinds: [person], value: yes-no, cues: [fair], yes: [will attend], no: [will not attend], changes: true}
                  - {id: invitation, label: whether Hallow is invited, entity: hallow, value: yes-no, cues: [invitation], yes: [formal invitation], no: [not invite, withdrawn its invitation, withdrew its invitation], changes: true}
                  - {id: aid, label: how much market aid Hallow gives, entity: hallow, value: quantity, cues: [market aid], units: [euro], changes: true}
                """,
        };
        return Assert.IsType<TopicReadResult.Read>(TopicReader.Read(files, "wool-fair")).Topic;
    }
}
