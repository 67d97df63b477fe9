using System.Text;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>News of an invented tram line, several in one message, late, or of one document after another: what each says of what was so before.</summary>
public sealed class BundledNewsTests
{
    private static readonly EntityId Line = new("brannick-line");
    private static readonly EntityId Ticket = new("single-ticket");

    internal static readonly KnowledgeBase Brannick = KnowledgeBase.Build(
        Topic.None with
        {
            Id = "brannick", Title = "The Brannick line", Subject = Line,
            Entities =
            [
                new Entity(Line, EntityKind.Thing, "Brannick line", ["tram line", "Brannick tram line"], []), new Entity(Ticket, EntityKind.Thing, "single ticket", [], []),
                new Entity(new EntityId("ada-ferrand"), EntityKind.Person, "Ada Ferrand", ["Ferrand"], []),
            ],
            Attributes =
            [
                Attribute("line.cost", "the cost of the line", Line, AttributeValueKind.Quantity, "cost", ["euro"]), Attribute("ticket.price", "the price of a single ticket", Ticket, AttributeValueKind.Quantity, "cost", ["euro"]),
                Attribute("line.opening", "the opening date", Line, AttributeValueKind.Dates, "open", []),
                Attribute("line.stops", "how many stops the line has", Line, AttributeValueKind.Quantity, "stops", ["stop"]) with { Changes = false },
            ],
        }, []);

    private static TopicAttribute Attribute(string id, string label, EntityId entity, AttributeValueKind kind, string cue, string[] units) => new(id, label, entity, [], kind, [cue], [], [], [], units, Changes: true);

    [Fact]
    public async Task Each_of_several_news_in_one_message_says_what_was_so_before_as_it_would_alone()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "Brannick Transit has trained 30 drivers for the line.");
        await rig.ComesInAsync("gazette-2", "Gazette", "The depot lies in Oster. Director Ada Ferrand will resign on Saturday. The works began in May.");
        await rig.ComesInAsync("gazette-3", "Gazette", "The depot has a roof of glass. The line ends at the stop Market. It has two tracks.");
        await rig.SayAsync("/subscribe confirm everything daily at 10");
        await rig.SayAsync("/subscribe confirm everything", "ben");
        rig.At("2031-03-01T09:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "Brannick Transit has now trained 45 drivers for the line.");
        var alone = Assert.Single(await rig.DeliverAsync()).Text;
        await rig.ComesInAsync("gazette-2", "Gazette", "The depot lies in Oster. Director Ada Ferrand resigned on Friday. The works began in May.");
        await rig.ComesInAsync("gazette-3", "Gazette", "The depot has a roof of glass. The line ends at the stop Tolven Bazaar. It has two tracks.");
        await rig.ComesInAsync("courier-2", "Courier", "Some 9,500 matches were sold at the opening of the depot.");
        await rig.ComesInAsync("courier-3", "Courier", "At the opening of the depot some 9,000 matches were sold.");
        rig.At("2031-03-01T10:00:00Z");
        var told = (await rig.DeliverAsync()).Where(one => one.Chat == "anna").Select(one => one.Text).Single();
        Assert.Contains("otherwise: Brannick Transit has trained 30", alone);
        Assert.Contains("otherwise: Brannick Transit has trained 30", told);
        Assert.Matches("Friday.*\\n.*Before the document was changed: .*Saturday", told);
        Assert.Matches("Tolven Bazaar.*\\n.*Before the document was changed: .*Market", told);
        Assert.Matches("9,000 matches.*\\n.*otherwise: .*9,500", told);
        Approved.Equal("several-news-in-one-message", rig.Transcript);
    }

    [Fact]
    public async Task What_changes_of_one_whom_the_topic_does_not_list_is_not_overtaken_by_what_changed_of_another()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("erdem", "Gazette", "Selim Erdem will attend the NATO summit in The Hague.");
        await rig.ComesInAsync("macrin", "Gazette", "Luc Macrin will attend the NATO summit in The Hague.");
        await rig.DeliverAsync();
        rig.At("2025-06-20T08:01:00Z");
        await rig.ComesInAsync("erdem", "Gazette", "Selim Erdem will not attend the NATO summit in The Hague.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2025-06-20T08:12:00Z");
        await rig.ComesInAsync("courier", "Courier", "Luc Macrin will not attend the NATO summit in The Hague.");
        Assert.Contains("who attends the summit (Luc Macrin)", Assert.Single(await rig.DeliverAsync()).Text, StringComparison.Ordinal);
        rig.At("2025-06-20T09:05:00Z");
        Assert.Contains("who attends the summit (Selim Erdem)", Assert.Single(await rig.DeliverAsync()).Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_waited_and_was_overtaken_by_what_was_told_meanwhile_is_not_told_as_current(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind, Brannick);
        rig.At("2031-03-01T13:10:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm keywords:gazette", "ben");
        await rig.ComesInAsync("gazette-1", "Gazette", "A single ticket will cost 3.10 euros.");
        Assert.Equal(2, (await rig.DeliverAsync()).Count);
        rig.At("2031-03-01T13:30:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "A single ticket will cost 3.50 euros.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2031-03-01T13:42:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "The council says that a single ticket will cost 2.90 euros.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches("Changed: the price.*\\n.*2.90.*\\n.*Before: .*3.50", told);
        rig.At("2031-03-01T14:00:00Z");
        var (chat, late) = Assert.Single(await rig.DeliverAsync());
        Assert.Equal("ben", chat);
        Assert.Matches("3.50.*\\n.*3.10.*\\n.*Said otherwise since: .*2.90", late);
        await rig.AskAsync("How much does a single ticket cost?");
        Assert.Contains("Latest: The council says that a single ticket will cost **2.90", rig.Transcript);
    }

    [Fact]
    public async Task What_waited_comes_with_what_competes_with_it_since()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T13:05:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will have 11 stops.");
        await rig.DeliverAsync();
        rig.At("2031-03-01T13:30:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will have 12 stops.");
        rig.At("2031-03-01T13:42:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "The Brannick line will have 14 stops.");
        Assert.Matches("14 stops.*\\n.*otherwise: .*12 stops", Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2031-03-01T14:00:00Z");
        Assert.Matches("12 stops.*\\n.*Before the document was changed: .*11 stops.*\\n.*Said otherwise since: .*14 stops", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public void Of_one_day_what_came_in_last_is_the_latest_in_whatever_order_the_documents_are_read()
    {
        var extractor = new FactExtractor(Brannick.Topic);
        var documents = new[] { ("a", 66, 9), ("b", 71, 11), ("c", 61, 8) }.Select(one =>
        {
            var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes($"The tram line will cost {one.Item2} million euros."), one.Item1 + ".txt") { Id = DocumentId.Parse(one.Item1) }));
            var document = read.Document with { Source = new DocumentSource("Gazette", null, Published: new DateOnly(2031, 3, 2)) };
            return new DocumentFacts(document, extractor.Extract(document)) { ReceivedAt = new DateTimeOffset(2031, 3, 2, one.Item3, 0, 0, TimeSpan.Zero) };
        }).ToList();
        foreach (var order in new[] { documents, [.. Enumerable.Reverse(documents)] })
        {
            var answer = Assert.IsType<Changed>(KnowledgeBase.Build(Brannick.Topic, order).Ask("How much does the tram line cost?", Conversation.New));
            Assert.Equal(["61 million euros", "66 million euros", "71 million euros"], answer.Steps.Select(step => step.Value));
        }
    }

    [Fact]
    public async Task What_an_older_document_is_corrected_to_comes_with_the_newer_ones_value_that_was_told_meanwhile()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        var first = new DateOnly(2031, 2, 20);
        rig.At("2031-03-01T13:05:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch When does the Brannick line open?", "ben");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will open on 14 March 2031. The depot lies in Oster.", published: first);
        await rig.DeliverAsync();
        rig.At("2031-03-01T13:50:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "The Brannick line is to open on 4 April 2031, the mayor said.");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will open on 21 March 2031. The depot lies in Oster.", published: first);
        var meanwhile = (await rig.DeliverAsync()).ToLookup(one => one.Chat, one => one.Text);
        var watched = meanwhile["ben"].Last();
        Assert.DoesNotContain("new document", watched);
        Assert.DoesNotContain("otherwise: The Brannick line will open on 14 March", watched);
        rig.At("2031-03-01T14:00:00Z");
        Assert.Matches("21 March.*\\n.*14 March.*\\n.*Said otherwise: The Brannick line is to open on 4 April", Assert.Single(await rig.DeliverAsync()).Text);
        await rig.AskAsync("When does the Brannick line open?");
        Approved.Equal("overtaken-while-it-waited", rig.Transcript);
    }

    [Fact]
    public async Task News_watch_and_answer_hold_the_same_value_of_one_day_for_the_latest()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("herald-1", "Herald", "The tram line will cost 61 million euros.");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/watch How much does the tram line cost?", "ben");
        rig.At("2031-03-02T09:00:00Z");
        await rig.ComesInAsync("zeitung-1", "Zeitung", "The tram line will cost 66 million euros.");
        foreach (var (_, text) in await rig.DeliverAsync()) Assert.Matches("66(.|\\n)*Before: .*61", text);
        rig.At("2031-03-02T11:00:00Z");
        await rig.ComesInAsync("anzeiger-1", "Anzeiger", "The tram line will cost 71 million euros.");
        var told = await rig.DeliverAsync();
        Assert.Equal(2, told.Count);
        foreach (var (_, text) in told) Assert.Matches("71(.|\\n)*Before: .*66", text);
        await rig.AskAsync("How much does the tram line cost?");
        Assert.Contains("Latest: The tram line will cost **71 million", rig.Transcript);
    }

    [Theory]
    [InlineData("A single ticket costs 2.40 euros.", "A single ticket costs 2.60 euros.")]
    [InlineData("A single ticket for the tram line costs 2.40 euros.", "A single ticket for the tram line costs 2.60 euros.")]
    [InlineData("A single ticket costs 2.40 euros.", "A single ticket costs 2.60 euros, and a ride takes 20 minutes on the tram line.")]
    public async Task Who_watches_what_one_thing_costs_is_not_told_what_another_does(string before, string after)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("herald-1", "Herald", "The tram line will cost 66 million euros.");
        await rig.ComesInAsync("gazette-1", "Gazette", before);
        await rig.SayAsync("/watch How much does the tram line cost?");
        rig.At("2031-03-01T10:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", after);
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory]
    [InlineData("Bicycles are banned from the trams.", "The trams admit bicycles.", false)]
    [InlineData("Bicycles are banned from the trams.", "The line admits bicycles on all its trams.", false)]
    [InlineData("Bicycles are banned from the trams.", "The trams admit bicycles.", true)]
    public async Task What_takes_the_place_of_a_sentence_is_told_together_with_it(string before, string after, bool isKnownOfOthers)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", $"The depot lies in Oster. {before} The works began in May.");
        if (isKnownOfOthers) await rig.ComesInAsync("courier-1", "Courier", "The trams admit bicycles.");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2031-03-01T10:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", $"The depot lies in Oster. {after} The works began in May. The stops are roofed.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches("admit.*\\n.*Before the document was changed: Bicycles are banned", told);
        Assert.DoesNotContain("no longer says", told);
    }

    [Fact]
    public async Task The_same_in_other_words_in_the_same_place_is_neither_news_nor_a_retraction()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The depot lies in Oster. The Brannick line will open on 14 March 2031. The works began in May.");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2031-03-01T10:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The depot lies in Oster. On 14 March 2031 the Brannick line will open. The works began in May.");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_watch_or_a_correction_told_as_taken_back_is_not_told_again_at_the_full_hour(bool isWatched)
    {
        const string question = "When does the Brannick line open?";
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/settings corrections on");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line will open on 14 March 2031. The depot lies in Oster.");
        await rig.DeliverAsync();
        if (isWatched) await rig.SayAsync("/watch " + question);
        else await rig.AskAsync(question);
        rig.At("2031-03-01T08:20:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The depot lies in Oster.");
        Assert.Contains("14 March", Assert.Single(await rig.DeliverAsync()).Text);
        rig.At("2031-03-01T09:00:00Z");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Fact]
    public async Task Who_is_meant_stands_before_words_that_do_not_say_it()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "Ada Ferrand will open the depot.");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("gazette-2", "Gazette", "Ada Ferrand will open the depot. She travels to Lisbon on that day.");
        Assert.Contains("Ada Ferrand: She travels", Assert.Single(await rig.DeliverAsync()).Text);
        await rig.ComesInAsync("gazette-3", "Gazette", "Otto Vanner is the chief engineer of the works. He travels to Porto by train.");
        Assert.Contains("Otto Vanner: He travels", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public async Task What_one_document_brings_at_several_times_stands_under_one_heading()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 20");
        await rig.ComesInAsync("gazette-1", "Gazette", "The stops are roofed.");
        rig.At("2031-03-01T10:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "A bakery opens at the depot.");
        rig.At("2031-03-01T12:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The stops are roofed. The works began in May.");
        rig.At("2031-03-01T20:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Single(Regex.Matches(told, "New: Gazette", RegexOptions.NonBacktracking));
        Assert.Matches("roofed.*\\n.*works began", told);
    }
}
