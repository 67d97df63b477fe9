using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Topics;
using Xunit;

namespace ChatBot.Tests.Topics;

/// <summary>What a draft finds in a few invented reports on the opening of a port.</summary>
public sealed class TopicDrafterTests
{
    private static readonly Document[] Reports =
    [
        Report("courier-1", "2031-03-01", "The Courier",
            "The Aldenburg Port Festival takes place at Anchor Square from 12 to 14 June 2031, said Mayor Hedda Quist. Quist expects 9,000 visitors. She lives in Aldenburg. The opening concert is free."),
        Report("mail-1", "2031-03-09", "The Mail",
            "The festival takes place at Tar Quay from 12 to 14 June 2031. The police reckon with 6,000 visitors, said Oskar Lindqvist. Lindqvist leads the police. Hedda Quist denied that the festival was in danger. The opening concert begins at eight in Aldenburg."),
        Report("courier-2", "2031-04-02", "The Courier",
            "Oskar Lindquist spoke again in Aldenburg. The Mail had asked him. The committee expects visitors at Anchor Square and at Tar Quay. \"We shall see,\" said Hedda Quist."),
    ];

    private static readonly TopicDraft Draft = TopicDrafter.Draft("port-2031", Reports);

    [Fact]
    public void The_event_that_is_named_most_often_is_the_subject()
    {
        Assert.Equal("aldenburg-port-festival", Draft.Subject?.Value);
        Assert.Contains("festival", Of("aldenburg-port-festival").Aliases);
        Assert.Equal("Aldenburg Port Festival, April 2031", Draft.Title);
    }

    [Fact]
    public void A_surname_alone_is_an_alias_and_an_office_a_way_of_asking()
    {
        var quist = Of("hedda-quist");
        Assert.Equal(EntityKind.Person, quist.Kind);
        Assert.Contains("Quist", quist.Aliases);
        Assert.Contains("Mayor", quist.AskedAs);
    }

    [Fact]
    public void Spellings_of_a_name_are_joined_and_to_be_reviewed()
    {
        var lindqvist = Assert.Single(Draft.Entities, draft => draft.Entity.Name.StartsWith("Oskar", StringComparison.Ordinal));
        Assert.Contains("Oskar Lindquist", lindqvist.Entity.Aliases.Prepend(lindqvist.Entity.Name));
        Assert.Contains("Oskar Lindqvist", lindqvist.Entity.Aliases.Prepend(lindqvist.Entity.Name));
        Assert.Contains(lindqvist.Doubts, doubt => doubt.Contains("two spellings", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_in_lower_case_and_publishers_are_found() => Assert.Equal((EntityKind.Event, EntityKind.Organisation), (Of("opening-concert").Kind, Of("mail").Kind));

    [Fact]
    public void Places_that_differ_are_an_attribute_and_a_conflict()
    {
        var place = Assert.Single(Draft.Attributes, draft => draft.Attribute.Id == "aldenburg-port-festival.place");
        Assert.Equal(["Anchor Square: courier-1 (2031-03-01)", "Tar Quay: mail-1 (2031-03-09)"], place.Seen);
        Assert.Contains(Draft.Conflicts, conflict => conflict.About == place.Attribute.Label);
    }

    [Fact]
    public void Figures_that_differ_hang_on_what_is_counted()
    {
        var visitors = Assert.Single(Draft.Attributes, draft => draft.Attribute.Id == "visitors.number");
        Assert.Equal(2, visitors.Seen.Count);
        Assert.Equal("visitors", Of("visitors").Name);
        Assert.NotEmpty(visitors.Doubts);
    }

    [Fact]
    public void Denials_are_listed_for_a_person_to_see() => Assert.StartsWith("mail-1, p1: Hedda Quist denied", Assert.Single(Draft.Denials), StringComparison.Ordinal);

    [Fact]
    public void A_report_and_its_denial_are_one_attribute_of_what_both_are_about()
    {
        var draft = TopicDrafter.Draft("line-2031",
        [
            Report("courier-3", "2031-05-01", "The Courier", "The U.S. company wants to withdraw from Aldenburg, two people said."),
            Report("mail-3", "2031-05-02", "The Mail", "Hedda Quist denied on Friday that the U.S. ferry was withdrawing from Aldenburg, and laughed. Hedda Quist said so in Aldenburg."),
        ]);
        var withdraw = Assert.Single(draft.Attributes, attribute => attribute.Attribute.Value == AttributeValueKind.YesNo);
        Assert.Equal(("aldenburg.withdrawing", "whether the U.S. ferry was withdrawing from Aldenburg"), (withdraw.Attribute.Id, withdraw.Attribute.Label));
        Assert.Equal(2, withdraw.Seen.Count);
        Assert.Contains(draft.Conflicts, conflict => conflict.About == withdraw.Attribute.Label);
    }

    [Fact]
    public void Ten_articles_that_nobody_drafted_for_make_a_topic_that_reads_back()
    {
        var folder = RepositoryRoot.File("tests", "ChatBot.Benchmarks", "Questions", "ormond-drill-2031", "briefs");
        var documents = TopicFolder.ReadDocuments(folder).Select(read => Assert.IsType<ReadResult.Read>(read.Result).Document).ToList();
        Assert.Equal(10, documents.Count);
        Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(TopicDrafter.Draft("ormond-drill-2031", documents)), "ormond-drill-2031"));
    }

    [Fact]
    public void No_two_entities_share_a_name()
    {
        var draft = TopicDrafter.Draft(
            "valley-2031",
            [
                Report("a", "2031-05-01", "The Ledger", "Exercise Grey Lantern takes place in Upper Quern and Lower Quern. We saw Exercise Grey Lantern. Dr Ilse Tarrandine spoke in Upper Quern. The Quern is a river. Ilse Tarrandine left."),
                Report("b", "2031-05-03", "The Ledger", "Mr Tarrandine spoke. Odo Tarrandine was in Quern. The Quern rose. Dr Tarrandine went to Upper Quern. Exercise Grey Lantern is over."),
            ]);
        var names = draft.Entities.SelectMany(each => each.Entity.Aliases.Prepend(each.Entity.Name)).Select(name => name.ToUpperInvariant()).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(draft), "valley-2031"));
        Assert.Equal(EntityKind.Event, Assert.Single(draft.Entities, each => each.Entity.Name.Contains("Grey Lantern", StringComparison.Ordinal)).Entity.Kind);
    }

    [Fact]
    public void A_date_in_a_sentence_that_names_no_event_is_a_gap()
    {
        var draft = TopicDrafter.Draft("moved-2031",
            [Report("mail-4", "2031-05-02", "The Mail", "The Aldenburg Port Festival has been put off. This will now take place from 19 to 21 June 2031, said Mayor Hedda Quist. She was born on 3 May 1990.")]);
        Assert.Equal("Says when, but not of what, so no attribute takes it: mail-4, p1: This will now take place from 19 to 21 June 2031, said Mayor Hedda Quist.",
            Assert.Single(draft.Gaps, gap => gap.StartsWith("Says when", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_files_read_back_without_an_error_and_the_suggestions_are_answered()
    {
        var read = Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(Draft), "port-2031"));
        Assert.Empty(read.Warnings);
        Assert.Equal(Draft.Suggestions, read.Topic.Suggestions);
        Assert.Contains("When is the Aldenburg Port Festival?", Draft.Suggestions);
    }

    [Fact]
    public void The_same_documents_give_the_same_draft() => Assert.Equal(DraftFiles.Write(Draft), DraftFiles.Write(TopicDrafter.Draft("port-2031", Reports)));

    [Theory]
    [InlineData("Nothing is named here, and nothing happens.")]
    [InlineData("The \"Yes: No\" Cup # one, {two}: [three] takes place in Åby’s hall. The \"Yes: No\" Cup * was & is. 'Quote' said Ann O’Hara: yes. Ann O’Hara said: no. Ann O’Hara spoke.")]
    [InlineData("Ann O’Hara denied that the {two} were withdrawing from \"Åby: North\". Åby withdraws, said Ann O’Hara. Two want to withdraw from Åby.")]
    [InlineData("NULL True Yes No spoke. True Yes No spoke in Null Town. He said 5% of $3 and 4% of $7. ~ ! @ ` | > %")]
    public void Whatever_stands_in_a_document_the_files_read_back(string text)
    {
        var draft = TopicDrafter.Draft("odd", [Report("a: b", "2031-01-01", "Paper: \"A\" #1, [x]", text), Report("c", "2031-01-02", "true", text)]);
        Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(draft), "odd"));
    }

    private static Entity Of(string id) => Assert.Single(Draft.Entities, draft => draft.Entity.Id.Value == id).Entity;

    private static Document Report(string id, string day, string publisher, string text)
    {
        var name = new string([.. id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        var page = $"---\nid: {name}\npublisher: '{publisher.Replace("'", "''", StringComparison.Ordinal)}'\ntitle: A report\npublished: {day}\n---\n\n{text}\n";
        return Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(System.Text.Encoding.UTF8.GetBytes(page), name + ".md"))).Document;
    }
}
