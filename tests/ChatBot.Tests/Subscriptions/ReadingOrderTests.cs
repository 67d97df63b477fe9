using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>News that begins with a pronoun stands where people see whom or what it means; and what is looked for by a name is found by whom the news is of.</summary>
public sealed class ReadingOrderTests
{
    private const string Late = "The Slovak delegation arrived late at the summit.";
    private const string Held = "Its aircraft was held for three hours.";
    private const string Thanked = "Mark Rutte thanked the cooks of the canteen.";

    [Theory]
    [InlineData("/watch Which delegation arrived late?")]
    [InlineData("/watch When does the summit begin?")]
    public async Task It_stands_behind_what_its_document_says_before_it_whatever_is_followed(string watch)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync(watch);
        await rig.SayAsync("/subscribe confirm everything");
        await rig.SayAsync("/subscribe confirm entity:mark-rutte");
        rig.At("2025-06-20T09:00:00Z");
        await rig.ComesInAsync("mail-1", "Dutch Mail", $"{Late} {Held} {Thanked}");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.True(told.IndexOf(Late, StringComparison.Ordinal) < told.IndexOf(Held, StringComparison.Ordinal), told);
        Assert.DoesNotContain(Thanked, told[told.IndexOf(Late, StringComparison.Ordinal)..told.IndexOf(Held, StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_of_whom_a_name_is_of_is_found_by_the_name_in_whatever_words_it_speaks_of_them()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:slovakia");
        await rig.ComesInAsync("mail-1", "Dutch Mail", Late);
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why Slovakia"));
        Assert.Contains("because you follow Slovakia", why, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing with it was news", why, StringComparison.Ordinal);
    }
}
