using ChatBot.Chat;
using ChatBot.Knowledge.Updates;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>News against several values that are known: every one is told, and what a command prints is what subscribers get.</summary>
public sealed class EverySideOfNewsTests
{
    private static readonly string[] Stops = ["The Brannick line has 11 stops.", "The Brannick line will have 12 stops.", "In the end the Brannick line got 13 stops.", "The Brannick line has 14 stops, the mayor said."];

    [Fact]
    public async Task Every_value_that_is_said_otherwise_is_told_with_a_disagreement()
    {
        await using var rig = await StopsAreToldAsync(Stops[..3]);
        await rig.ComesInAsync("late-1", "Late Post", "The Brannick line has 15 stops.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        foreach (var stops in new[] { "11 stops", "12 stops", "13 stops", "15 stops" }) Assert.Contains(stops, told);
        Assert.DoesNotContain("more value", told);
    }

    [Fact]
    public async Task Of_more_values_than_an_answer_shows_the_others_are_counted()
    {
        await using var rig = await StopsAreToldAsync(Stops);
        await rig.ComesInAsync("late-1", "Late Post", "The Brannick line has 15 stops.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Equal(3, told.Split("Said otherwise").Length - 1 + (told.Contains("Before:", StringComparison.Ordinal) ? 1 : 0));
        Assert.Contains("one more value", told);
    }

    [Fact]
    public async Task A_document_that_corrects_itself_is_told_with_what_others_say()
    {
        await using var rig = await StopsAreToldAsync(Stops[..3]);
        rig.At("2031-03-09T08:00:00Z");
        await rig.ComesInAsync("paper-0", "Paper 0", "The Brannick line has 16 stops.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("Before the document was changed: The Brannick line has 11 stops.", told);
        Assert.Contains("otherwise: In the end the Brannick line got 13 stops.", told);
        Assert.Contains("otherwise: The Brannick line will have 12 stops.", told);
    }

    [Fact]
    public async Task Figures_of_no_attribute_are_all_told_too()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "Brannick Transit has trained 30 drivers for the line.");
        await rig.ComesInAsync("gazette-2", "Courier", "Brannick Transit has trained 34 drivers for the line.");
        await rig.ComesInAsync("gazette-3", "Post", "For the line Brannick Transit has trained 34 drivers.");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("gazette-4", "Herald", "Brannick Transit has trained 45 drivers for the line.");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains("30 drivers", told);
        Assert.Contains("34 drivers", told);
        Assert.Equal(2, told.Split("34 drivers").Length);
    }

    [Fact]
    public async Task A_correction_loses_no_value_that_still_stands()
    {
        const string Question = "How many stops does the Brannick line have?";
        await using var rig = await StopsAreToldAsync(Stops[..3]);
        await rig.SayAsync("/settings corrections on", "ben");
        await rig.AskAsync(Question, "ben");
        rig.At("2031-03-09T08:00:00Z");
        await rig.ComesInAsync("paper-3", "Paper 3", Stops[3]);
        var told = (await rig.DeliverAsync()).Single(one => one.Chat == "ben").Text;
        var now = told.Split("I said then")[0];
        foreach (var stops in new[] { "11 stops", "12 stops", "13 stops", "14 stops" }) Assert.Contains(stops, now);
    }

    [Fact]
    public async Task What_was_never_told_to_a_chat_is_not_told_there_as_taken_back()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything", "ben");
        await rig.ComesInAsync("gazette-1", "Gazette", "The depot lies in Oster. The Brannick line has two tracks.");
        await rig.DeliverAsync();
        await rig.SayAsync("/subscribe confirm everything daily at 20");
        rig.At("2031-03-01T12:00:00Z");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line has two tracks.");
        rig.At("2031-03-01T21:00:00Z");
        var told = await rig.DeliverAsync();
        Assert.Contains("no longer says: The depot lies in Oster.", told.Single(one => one.Chat == "ben").Text);
        Assert.DoesNotContain(told, one => one.Chat == "anna");
    }

    [Fact]
    public async Task Why_leaves_out_what_has_the_words_only_in_the_title_of_its_document()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("gazette-1", "Gazette", "The Brannick line has two tracks.", title: "Glass roofs of Oster");
        await rig.DeliverAsync();
        var byTitle = PlainReplyWriter.WriteText(await rig.SayAsync("/why glass"));
        Assert.Contains("Only titles", byTitle);
        Assert.Contains("two tracks", byTitle);
        await rig.ComesInAsync("gazette-2", "Gazette", "The depot of the Brannick line has a wall of glass.");
        await rig.DeliverAsync();
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why glass"));
        Assert.Contains("wall of glass", why);
        Assert.DoesNotContain("two tracks", why);
    }

    [Theory]
    [InlineData("Ingeborg Falk runs the harbour of Oster. She will open the new quay on Monday.", "Ingeborg Falk")]
    [InlineData("Falk runs the harbour of Oster. On Monday she will open the new quay.", "Falk")]
    [InlineData("Ingeborg Falk runs the harbour of Oster. By the end of next week she will open the new quay.", "Ingeborg Falk")]
    [InlineData("The harbour master, Ingeborg Falk, will leave. The new quay will be opened on Monday, she said.", "Ingeborg Falk")]
    public async Task Whom_he_or_she_means_is_told_of_people_whom_no_topic_lists(string text, string name)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:quay");
        await rig.ComesInAsync("gazette-1", "Gazette", text);
        Assert.Contains($"{name}: {text[(text.IndexOf(". ", StringComparison.Ordinal) + 2)..]}", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public void What_an_ingest_prints_is_what_the_news_tell()
    {
        var known = BundledNewsTests.Brannick;
        var reading = new NewsReading(known, [SubscriberRig.Facts(known, "gazette-1", "Gazette", "The town of Oster wants a bigger harbour. Brannick Transit has trained 30 drivers for the line."),
            SubscriberRig.Facts(known, "courier-1", "Courier", "The town of Oster does not want a bigger harbour. Brannick Transit has trained 45 drivers for the line.")]);
        var conflicts = ValueConflict.In(reading);
        Assert.Equal(2, conflicts.Count);
        Assert.Equal("“The town of Oster does not want a bigger harbour.” in courier-1, “The town of Oster wants a bigger harbour.” in gazette-1", conflicts[0].ToString());
        Assert.Contains("45 drivers", conflicts[1].Value);
    }

    private static async Task<SubscriberRig> StopsAreToldAsync(string[] stops)
    {
        var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        for (var i = 0; i < stops.Length; i++)
        {
            rig.At($"2031-03-0{i + 1}T08:00:00Z");
            await rig.ComesInAsync($"paper-{i}", $"Paper {i}", stops[i]);
        }
        rig.At("2031-03-08T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        return rig;
    }
}
