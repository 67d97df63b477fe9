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
    public void Who_is_always_named_in_full_may_be_asked_for_by_the_last_name()
    {
        var draft = TopicDrafter.Draft("kiln-2031", [
            Report("courier-3", "2031-05-01", "The Courier", "Sabine Torvald opens the Kiln Festival on 2 June 2031. \"We fire at dawn,\" said Sabine Torvald. Ida Pale and Jon Pale sing at the festival, said Ida Pale. Jon Pale said so too. Emil Clay said that the clay is dry. Emil Clay said it twice."),
        ]);
        var persons = draft.Entities.Where(each => each.Entity.Kind == EntityKind.Person).ToDictionary(each => each.Entity.Name, each => each.Entity.AskedAs.Concat(each.Entity.Aliases).ToList());
        Assert.Contains("Torvald", persons["Sabine Torvald"]);
        Assert.DoesNotContain("Pale", persons["Ida Pale"]);
        Assert.DoesNotContain("Clay", persons["Emil Clay"]);
    }

    [Fact]
    public void A_place_with_an_owner_in_its_name_is_one_place()
    {
        var draft = TopicDrafter.Draft("wharf-2031", [
            Report("courier-4", "2031-05-01", "The Courier", "The ferry stops at Tanner's Wharf for a year. Work at Tanner's Wharf began on Monday, and Tanner's Wharf is closed to visitors until June."),
        ]);
        Assert.Contains("Tanner's Wharf", draft.Entities.Select(each => each.Entity.Name));
        Assert.DoesNotContain(draft.Entities, each => each.Entity.Name is "Tanner" or "Wharf");
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
    public void Who_begins_sentences_is_named_in_full_a_pronoun_names_nobody_and_what_is_drafted_is_not_left_out()
    {
        var draft = TopicDrafter.Draft("kestrel-2028",
        [
            Report("wire-1", "2028-09-01", "Gadget Wire", "Fenn Audio will launch the Kestrel on 5 October 2028. Tomas Reyl designed it."),
            Report("wire-2", "2028-09-22", "Gadget Wire", "Fenn Audio has delayed the Kestrel from 5 October to 16 November 2028. It costs 249 euros. Tomas Reyl left, and Gadget Wire wrote so."),
            Report("ledger-1", "2028-11-20", "Business Ledger", "The Kestrel weighs 290 grams. It lasted 26 hours. Tomas Reyl praised it."),
        ]);
        Assert.Contains(draft.Entities, each => each.Entity.Name == "Tomas Reyl");
        Assert.DoesNotContain(draft.Entities.SelectMany(each => each.Entity.Aliases), alias => alias is "It" or "it");
        Assert.DoesNotContain(draft.Gaps, gap => gap.StartsWith("Named once", StringComparison.Ordinal) && gap.Contains("Gadget Wire", StringComparison.Ordinal));
    }

    [Fact]
    public void A_tournament_called_an_open_is_an_event_and_its_town_is_no_radio()
    {
        var draft = TopicDrafter.Draft("chess-2032",
        [
            Report("radio-9", "2032-01-15", "Radio Sorrel", "The Highland Chess Open will be held in Sorrel on 6 June 2032. Ida Marsh told Radio Sorrel so. Play in Sorrel begins at 2 pm."),
            Report("mail-9", "2032-01-16", "The Mail", "The Highland Chess Open begins in Sorrel. Radio Sorrel was silent. Ida Marsh and Ida Marsh alone won."),
        ]);
        Assert.Equal(("highland-chess-open", EntityKind.Event), (draft.Subject?.Value, draft.Entities.Single(each => each.Entity.Id == draft.Subject).Entity.Kind));
        Assert.Equal(EntityKind.Place, draft.Entities.Single(each => each.Entity.Name == "Sorrel").Entity.Kind);
    }

    [Theory]
    [InlineData("2031-05-02", "2031-05-09", true)]
    [InlineData("2031-05-02", "2031-05-02", false)]
    public void Only_what_answers_put_in_order_of_time_is_promised_so(string first, string second, bool isInOrder)
    {
        var draft = TopicDrafter.Draft("fair-2031",
        [
            Report("mail-7", first, "The Mail", "The Aldenburg Book Fair takes place on 12 June 2031. The Aldenburg Book Fair is free."),
            Report("courier-7", second, "The Courier", "The Aldenburg Book Fair has been rescheduled and will now be held on 19 June 2031."),
        ]);
        var dates = Assert.Single(draft.Attributes, each => each.Attribute.Id == "aldenburg-book-fair.dates").Attribute;
        Assert.True(dates.Changes);
        Assert.Equal(isInOrder, draft.InOrder.Contains(dates.Label));
    }

    [Fact]
    public void A_named_event_is_also_what_most_reports_call_it_for_short_and_a_date_put_back_is_a_change_with_both()
    {
        var draft = TopicDrafter.Draft(
            "lantern-2033",
            [
                Report("courier-5", "2033-05-02", "The Courier", "The Brackwater Lantern Week will be held from 14 to 21 August 2033. A day ticket costs 38 crowns, a week pass 190 crowns."),
                Report("gazette-5", "2033-06-11", "The Gazette", "The Lantern Week in Brackwater has been postponed by two weeks after the June floods. The festival will now be held from 28 August to 4 September 2033. The festival goes on, said Ines Valdorf."),
                Report("radio-5", "2033-08-10", "The Radio", "The festival is near. The price of a day ticket has risen to 42 crowns. A child's ticket is worth 9 crowns to Ines Valdorf. The festival waits."),
            ]);
        var week = Assert.Single(draft.Entities, each => each.Entity.Kind == EntityKind.Event);
        Assert.Equal(("Brackwater Lantern Week", draft.Subject), (week.Entity.Name, week.Entity.Id));
        Assert.Equal(["Lantern Week", "festival"], week.Entity.Aliases);
        Assert.Contains(week.Doubts, doubt => doubt.StartsWith("'the festival' is taken for it", StringComparison.Ordinal));
        var dates = Assert.Single(draft.Attributes, each => each.Attribute.Id == "brackwater-lantern-week.dates");
        Assert.Equal(["14 August to 21 August 2033: courier-5 (2033-05-02)", "28 August to 4 September 2033: gazette-5 (2033-06-11)"], dates.Seen);
        Assert.True(dates.Attribute.Changes);
        Assert.Equal(["28 August to 4 September 2033", "14 to 21 August 2033"], draft.Conflicts.Where(conflict => conflict.About == dates.Attribute.Label).SelectMany(conflict => new[] { conflict.Value, conflict.OtherValue }));
        Assert.EndsWith("because of gazette-5, p1: The Lantern Week in Brackwater has been postponed by two weeks after the June floods.", Assert.Single(dates.Doubts), StringComparison.Ordinal);
        // Crowns are money here: the price is one of tickets, and it rose.
        Assert.DoesNotContain(draft.Entities, each => each.Entity.Name == "crowns");
        Assert.True(Assert.Single(draft.Attributes, each => each.Attribute.Id == "ticket.amount").Attribute.Changes);
    }

    [Fact]
    public void A_unit_is_no_thing_only_figures_of_one_noun_are_answered_with()
    {
        var draft = TopicDrafter.Draft(
            "blast-2032",
            [
                Report("courier-6", "2032-02-10", "The Courier", "An exclusion zone of 500 metres is planned. The towers are 114 metres tall and each weighs 9,500 tonnes. Two 114-metre towers stand near the river. The firm will use 350 kilograms of explosives. The siren sounds for 3 minutes. Some 85 percent of the rubble is reused."),
                Report("mail-6", "2032-02-28", "The Mail", "Residents within 600 metres of the towers must leave. The firm needs 420 kilograms of explosives, a van of 9 tonnes and 45 minutes. Some 40 percent of the residents object. The towers stand 20 metres from the road."),
                Report("radio-6", "2032-03-05", "The Radio", "The towers, 110 metres tall, are old. A 650-metre exclusion zone is discussed. A drone of 4 kilograms flies 70 metres above the towers. The blast shifts 38,000 tonnes of concrete."),
            ]);
        string[] on = [.. draft.Attributes.Where(attribute => attribute.On && attribute.Attribute.Value == AttributeValueKind.Quantity).Select(attribute => attribute.Attribute.Id)];
        Assert.Equal(["explosives.kilograms", "towers.tall", "zone.metres"], on.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(draft.Entities, each => each.On && each.Entity.Name is "metres" or "kilograms" or "tonnes" or "percent");
        var towers = Assert.Single(draft.Attributes, attribute => attribute.Attribute.Id == "towers.tall");
        Assert.Equal(["114 metres: courier-6 (2032-02-10)", "110 metres: radio-6 (2032-03-05)"], towers.Seen);
        Assert.Equal(["how many kilograms of explosives", "how many metres the zone is", "how tall the towers are"], draft.Conflicts.Select(conflict => conflict.About).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("How tall are the towers?", draft.Suggestions);
    }

    [Theory]
    [InlineData("The festival has 5,000 seats.", "The festival has 80 seats.")]
    [InlineData("The harbour has 40 seats. The mole has 60 seats.", "There are 60 seats.")]
    [InlineData("Some 40 people were hurt.", "Some 60 people sang.")]
    [InlineData("The tax is 4 percent.", "A tax yields 40 percent of what the wall costs.")]
    [InlineData("The path is 9 kilometres long.", "The path is 8 kilometres from the harbour.")]
    [InlineData("The path is 9 kilometres long.", "The path was made longer by 2 kilometres.")]
    public void Figures_of_several_things_are_written_down_at_most_and_switched_off(string one, string other)
    {
        var draft = TopicDrafter.Draft("seats-2031", [Report("courier-7", "2031-05-01", "The Courier", one), Report("mail-7", "2031-05-02", "The Mail", other)]);
        Assert.DoesNotContain(draft.Attributes, attribute => attribute.On);
        Assert.Empty(draft.Suggestions);
        Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(draft), "seats-2031"));
    }

    [Theory]
    [InlineData("About 9,000 people live near the site, and the fuel tax rose last month.", null)]
    [InlineData("The road is cut, so 9,000 people live near the site and can't leave.", null)]
    [InlineData("About 9,000 people live near the site, up to 40 of them in tents.", null)]
    [InlineData("The number of people who live near the site has risen to 9,000 people.", "mail-8, p1: The number of people who live near the site has risen to 9,000 people.")]
    [InlineData("Now 9,000 people, up from 6,000, live near the site.", "mail-8, p1: Now 9,000 people, up from 6,000, live near the site.")]
    public void A_later_figure_replaces_the_earlier_only_where_a_sentence_says_so_of_it(string later, string? because)
    {
        var draft = TopicDrafter.Draft("people-2031", [Report("courier-8", "2031-05-01", "The Courier", "About 6,000 people live near the site."), Report("mail-8", "2031-05-02", "The Mail", later)]);
        var people = Assert.Single(draft.Attributes, attribute => attribute.Attribute.Id == "people.number");
        Assert.True(people.On);
        Assert.Equal(because is not null, people.Attribute.Changes);
        Assert.EndsWith(because is null ? "replaces the earlier" : "because of " + because, Assert.Single(people.Doubts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Councillor Mira Oakden told a residents' meeting in Corn Hall on Monday that nobody would miss the concert.")]
    [InlineData("A hearing about the concert was held in Corn Hall on Monday.")]
    [InlineData("Residents gather in Corn Hall on Monday to speak about the concert.")]
    public void Where_people_only_speak_of_an_event_is_neither_its_day_nor_its_place(string spoken)
    {
        var draft = TopicDrafter.Draft(
            "concert-2031",
            [
                Report("courier-9", "2031-05-01", "The Courier", "The concert takes place at Anchor Square on 12 June 2031. The concert is free. Anchor Square is old. " + spoken + " People like Corn Hall. They went to Corn Hall."),
            ]);
        Assert.Equal("concert", draft.Subject?.Value);
        Assert.Equal(["12 June 2031: courier-9 (2031-05-01)"], Assert.Single(draft.Attributes, attribute => attribute.Attribute.Id == "concert.dates").Seen);
        Assert.Equal(["Anchor Square: courier-9 (2031-05-01)"], Assert.Single(draft.Attributes, attribute => attribute.Attribute.Id == "concert.place").Seen);
        Assert.Empty(draft.Conflicts);
        Assert.IsType<TopicReadResult.Read>(TopicReader.Read(DraftFiles.Write(draft), "concert-2031"));
    }

    [Fact]
    public void A_place_that_is_the_subject_is_asked_when_it_happens_there_not_when_it_is()
    {
        var draft = TopicDrafter.Draft(
            "harrow-2032",
            [
                Report("courier-10", "2032-02-10", "The Courier", "The towers in Harrowmere come down, and the work begins in Harrowmere on 26 March 2032.", "Harrowmere waits"),
                Report("mail-10", "2032-02-11", "The Mail", "The work in Harrowmere begins on 2 April 2032. Nobody sleeps in Harrowmere.", "Harrowmere again"),
            ]);
        Assert.Equal(("harrowmere", EntityKind.Place), (draft.Subject?.Value, draft.Entities.Single(each => each.Entity.Id.Value == "harrowmere").Entity.Kind));
        Assert.DoesNotContain(draft.Attributes, attribute => attribute.Attribute.Value == AttributeValueKind.Place);
        Assert.Equal("the dates of Harrowmere", Assert.Single(draft.Attributes).Attribute.Label);
        Assert.Equal(["When does it take place?"], draft.Suggestions);
    }

    [Fact]
    public void Where_no_event_is_named_the_subject_is_what_the_titles_name_most_often_and_a_person_is_told()
    {
        var draft = TopicDrafter.Draft(
            "halden-2034",
            [
                Report("techday-1", "2034-03-03", "TechDay", "Osprey will launch the Halden 3 in Port Selwyn on 20 March 2034. The phone costs 799 dollars.", "Osprey unveils Halden 3 phone"),
                Report("ledger-1", "2034-03-15", "The Ledger", "The Halden 3 has been delayed until 10 April 2034, said Mira Castellan. Osprey apologised.", "Halden 3 comes later"),
                Report("gadget-1", "2034-04-11", "Gadget Parade", "The Halden 3 went on sale on 10 April 2034. The phone costs 849 dollars.", "Halden 3 goes on sale"),
            ]);
        Assert.Equal("Halden 3, April 2034", draft.Title);
        var halden = Assert.Single(draft.Entities, each => each.Entity.Id == draft.Subject);
        Assert.Contains("Halden", halden.Entity.Aliases);
        Assert.Contains(draft.Gaps, gap => gap.StartsWith("No event is named in the documents; the subject is taken to be Halden 3, which their titles name most often.", StringComparison.Ordinal));
        Assert.Contains("# - No event is named in the documents; the subject is taken to be Halden 3", DraftFiles.Write(draft)["topic.yaml"]);
        var dates = Assert.Single(draft.Attributes, each => each.Attribute.Value == AttributeValueKind.Dates);
        Assert.Equal(["20 March 2034: techday-1 (2034-03-03)", "10 April 2034: ledger-1 (2034-03-15), gadget-1 (2034-04-11)"], dates.Seen);
        Assert.True(dates.Attribute.Changes);
        var price = Assert.Single(draft.Attributes, each => each.Attribute.Id == "phone.amount");
        Assert.True(price.On);
        Assert.Contains("How much does the phone cost?", draft.Suggestions);
    }

    private static readonly TopicDraft Lanterns = TopicDrafter.Draft(
        "lanterns-2031",
        [
            Report("wharf-1", "2031-03-02", "Radio Karsholm", "The Lantern Festival takes place in Linden Park from 12 to 14 June 2031. The festival was last held in 2029. Tickets cost 12 euros. Karsholm is ready, they say in Karsholm."),
            Report("post-1", "2031-04-10", "The Post", "The Lantern Festival takes place on 12 to 14 June 2031, the office in Karsholm said on Thursday. A ticket costs 14 euros. The next festival will be held in Easterholm in 2033. Ferries from Easterholm take 9,000 people."),
        ]);

    [Fact]
    public void Another_years_event_and_the_day_of_a_remark_give_no_other_date_or_place()
    {
        Assert.DoesNotContain(Lanterns.Conflicts, conflict => conflict.About?.Contains("Lantern Festival", StringComparison.Ordinal) == true);
        Assert.Equal(["Linden Park: wharf-1 (2031-03-02)"], Assert.Single(Lanterns.Attributes, draft => draft.Attribute.Id == "lantern-festival.place").Seen);
    }

    [Fact]
    public void A_price_of_one_and_of_several_is_of_one_thing() => Assert.Contains(Lanterns.Conflicts, conflict => conflict.About == "the figure for tickets");

    [Fact]
    public void A_town_is_no_short_name_of_its_radio() => Assert.DoesNotContain("Karsholm", Assert.Single(Lanterns.Entities, draft => draft.Entity.Name == "Radio Karsholm").Entity.Aliases);

    [Fact]
    public void A_court_at_which_something_happens_is_its_place()
    {
        var draft = TopicDrafter.Draft("trial-2032",
            [Report("post-1", "2032-02-01", "The Post", "The trial of Ruben Maas opens on 9 February 2032 at the Calder District Court. The trial is long. The trial was put back to 16 February 2032, the Calder District Court said. Ruben Maas waits.")]);
        Assert.Equal(["Calder District Court: post-1 (2032-02-01)"], Assert.Single(draft.Attributes, each => each.Attribute.Id == "trial.place").Seen);
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

    private static Document Report(string id, string day, string publisher, string text, string title = "A report")
    {
        var name = new string([.. id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        var page = $"---\nid: {name}\npublisher: '{publisher.Replace("'", "''", StringComparison.Ordinal)}'\ntitle: {title}\npublished: {day}\n---\n\n{text}\n";
        return Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(System.Text.Encoding.UTF8.GetBytes(page), name + ".md"))).Document;
    }
}
