using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Knowledge.Facts;

/// <summary>Facts of made-up pages, drawn without a topic: nothing here knows an event.</summary>
public sealed class FactExtractorTests
{
    [Theory]
    [InlineData("Mayor Ilse Brandvold said on Tuesday that the harbour of Tolvik was ready again.", "ilse-brandvold", Stance.Stated)]
    [InlineData("The harbour was ready again, Mayor Ilse Brandvold said on Tuesday in Tolvik.", "ilse-brandvold", Stance.Stated)]
    [InlineData("“The harbour is ready,” said Mayor Ilse Brandvold at the quay of Tolvik.", "ilse-brandvold", Stance.Stated)]
    [InlineData("Mayor Ilse Brandvold denied that the races would move to another town.", "ilse-brandvold", Stance.Denied)]
    [InlineData("Mayor Ilse Brandvold confirmed that the races would stay in the harbour.", "ilse-brandvold", Stance.Confirmed)]
    [InlineData("Mayor Ilse Brandvold proposed a second course behind the long island.", "ilse-brandvold", Stance.Proposed)]
    public void Who_says_it_and_how_is_read(string sentence, string speaker, Stance stance)
    {
        var fact = Assert.Single(Draw(sentence));
        Assert.Equal(speaker, fact.Attribution.Speaker?.Value);
        Assert.Equal(stance, fact.Stance);
    }

    [Fact]
    public void What_another_outlet_reports_is_reported_by_it()
    {
        var fact = Assert.Single(Draw("According to the Tolvik Herald, the council has not invited the club from Ostrey to the races."));
        Assert.Equal(Stance.Reported, fact.Stance);
        Assert.Equal("tolvik-herald", Assert.Single(fact.Attribution.Sources).Id.Value);
    }

    [Fact]
    public void An_institute_for_something_is_one_name() =>
        Assert.Contains(Draw("The report by the Institute for Tidal Studies was published by the town on Monday.")[0].Entities, mention => mention.Id.Value == "institute-for-tidal-studies");

    [Fact]
    public void He_is_the_person_spoken_of_before()
    {
        var facts = Draw("Pavel Ruden leads the sailing club of the small town of Tolvik. He called the old course dangerous for smaller boats.");
        Assert.Contains(facts[1].Entities, mention => mention.Id.Value == "pavel-ruden");
        Assert.Equal("pavel-ruden", facts[1].Attribution.Speaker?.Value);
    }

    [Theory]
    [InlineData("The Tolvik Sailing Club was founded long ago. It owns eleven boats and a slipway.", true)]
    [InlineData("The Tolvik Sailing Club was founded long ago. It is unclear whether anybody still sails there.", false)]
    [InlineData("Nobody sails there any more, says the Tolvik Sailing Club. It owns eleven boats and a slipway.", false)]
    public void It_is_what_the_sentence_before_was_about(string text, bool isClub)
    {
        var facts = Draw(text);
        var club = facts[0].Entities.First(mention => mention.Kind == EntityKind.Organisation);
        Assert.Equal(isClub, facts[1].Entities.Any(mention => mention.Id == club.Id));
    }

    [Theory]
    [InlineData("Director Karin Solheim said that she had asked the minister, and that she hoped for an answer.", false)]
    [InlineData("Director Karin Solheim said little and she hoped for an answer.", false)]
    [InlineData("“Karin Solheim waits,” she said.", true)]
    public void She_within_what_a_named_person_says_is_nobody_of_before(string sentence, bool isOfBefore)
    {
        var facts = Draw($"Ilse Brandvold opened the lake. {sentence}");
        Assert.Equal(isOfBefore, facts[^1].Entities.Any(mention => mention.Id.Value == "ilse-brandvold"));
    }

    [Theory]
    [InlineData("The opening was postponed from 14 May to 11 June 2031.", "14 May")]
    [InlineData("The opening was postponed to 11 June 2031 from 14 May.", "14 May")]
    [InlineData("The opening was postponed from 14 May because of a storm.", "14 May")]
    [InlineData("The opening is on 11 June instead of 14 May.", "14 May")]
    [InlineData("The talk was moved from 3 pm to 5 pm on Monday.", "3 pm")]
    [InlineData("The fee was raised from 20 to 25 euros.", "20")]
    [InlineData("The fee is 25 euros, up from 20 euros a year ago.", "20 euros")]
    [InlineData("The number of berths was cut from 40 to 25.", "40")]
    [InlineData("The fair runs from 14 May to 11 June 2031.", null)]
    [InlineData("The exhibition was extended from 14 May.", null)]
    [InlineData("Water is cut from 3 pm to 5 pm.", null)]
    public void What_a_sentence_says_was_replaced_is_known(string sentence, string? replaced)
    {
        var fact = Assert.Single(Draw(sentence));
        Assert.Equal(replaced is null ? [] : [replaced], fact.Replaced.Select(span => fact.Text.Substring(span.Start - fact.Span.Start, span.Length)));
    }

    [Fact]
    public void An_office_beside_a_name_is_a_role()
    {
        var role = Assert.Single(Assert.Single(Draw("Norwegian Foreign Minister Karin Solheim opened the new lighthouse near the harbour.")).Roles);
        Assert.Equal("karin-solheim", role.Person.Value);
        Assert.Equal("norway", role.Place?.Value);
    }

    [Fact]
    public void Every_span_points_at_its_words()
    {
        var document = Read("Mayor Ilse Brandvold said on 11 June 2031 that 64 boats from 14 countries would come. “It will be a fine week,” she said.");
        foreach (var fact in new FactExtractor(Topic.None).Extract(document))
        {
            Assert.Equal(fact.Text, document.At(fact.Span));
            Assert.All(fact.Dates, date => Assert.True(fact.Span.Contains(date.Span)));
            Assert.All(fact.Quantities, quantity => Assert.True(fact.Span.Contains(quantity.Span)));
            Assert.All(fact.Entities, entity => Assert.True(fact.Span.Contains(entity.Span)));
        }
    }

    private static IReadOnlyList<Fact> Draw(string text) => new FactExtractor(Topic.None).Extract(Read(text));

    private static Document Read(string text)
    {
        var page = $"---\nid: page\npublisher: Marrow Gazette\ntitle: News from the lake\npublished: 2031-06-12\n---\n\n{text}\n";
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(page), "page.md"))).Document;
        return document with { Paragraphs = [.. document.Paragraphs.Where(p => p.Locator.Kind == ParagraphKind.Body)] };
    }
}
