using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.Tests.Builders;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Questions;

/// <summary>Messages to be checked, as a whole.</summary>
public sealed class ClaimHandlerTests
{
    [Theory]
    [InlineData(12, null)]
    [InlineData(13, "I checked the first 12 of 13 claims; send the rest in another message.")]
    [InlineData(40, "I checked the first 12 of 40 claims; send the rest in another message.")]
    public void Of_many_claims_it_says_how_many_were_left_out(int claims, string? said)
    {
        var handled = ClaimHandler.Handle(Claims(claims), InventedPages.Knowledge);
        Assert.Equal(KnowledgeBase.MostClaims, handled.Claims.Count);
        Assert.Equal(said, PlainReplyWriter.WriteText(handled.Reply).Split('\n').FirstOrDefault(line => line.StartsWith("I checked", StringComparison.Ordinal)));
        // The same on every surface that knows no chat.
        Assert.Equal(said is not null, PlainReplyWriter.WriteText(QuestionHandler.Handle($"/check {Claims(claims)}", ChatBot.Knowledge.Answering.Conversation.New, InventedPages.Knowledge).Reply).Contains("I checked the first", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("I think the regatta opens on 9 August.", "You give it as an opinion; I check what it says. Contradicted")]
    [InlineData("Imo penguins guard the harbour at night.", "You give it as an opinion; the documents I have don't settle it.")]
    [InlineData("I think the regatta is boring.", "That is an opinion; documents can't settle it.")]
    public void An_opinion_is_named_as_one(string message, string said) => Assert.StartsWith(said, PlainReplyWriter.WriteText(ClaimHandler.Handle(message, InventedPages.Knowledge).Reply), StringComparison.Ordinal);

    [Fact]
    public void The_last_claim_of_the_longest_message_counts_too()
    {
        var filler = string.Concat(Enumerable.Repeat("Nobody knows what the weather will be like over the lake on that long day. ", 40));
        Assert.True(filler.Length is > 2_500 and < MessageHandler.LongestClaim);
        var handled = ClaimHandler.Handle(filler + "The regatta opens on 9 August.", InventedPages.Knowledge);
        Assert.Equal(2, handled.Claims.Count);
        Assert.Contains("Contradicted", PlainReplyWriter.WriteText(handled.Reply));
    }

    [Fact]
    public void A_question_is_told_by_which_command_it_is_answered_for_a_group_may_show_no_other_message() =>
        Assert.Contains("/ask", PlainReplyWriter.WriteText(ClaimHandler.Handle("When does the regatta open?", InventedPages.Knowledge).Reply), StringComparison.Ordinal);

    [Fact]
    public void What_is_claimed_twice_is_judged_and_counted_once() =>
        Assert.DoesNotContain("I checked", PlainReplyWriter.WriteText(ClaimHandler.Handle($"{Claims(12)} {Claims(12)}", InventedPages.Knowledge).Reply));

    [Theory]
    [InlineData("/check The regatta opens on 9 August.")]
    [InlineData("/check@some_bot The regatta opens on 9 August.")]
    [InlineData("/CHECK /check The regatta opens on 9 August.")]
    public void A_claim_that_comes_with_its_command_is_judged_without_it(string message)
    {
        var claim = Assert.Single(ClaimHandler.Handle(message, InventedPages.Knowledge).Claims);
        Assert.Equal("The regatta opens on 9 August.", claim.Claim.Text);
    }

    [Theory]
    [InlineData("hello everyone", PhraseCatalogue.ClaimIsNone)]
    [InlineData("thanks a lot!", PhraseCatalogue.ClaimIsNone)]
    [InlineData("/start", PhraseCatalogue.ClaimIsCommand)]
    [InlineData("/who@some_bot Ellstrom", PhraseCatalogue.ClaimIsCommand)]
    [InlineData("/check", PhraseCatalogue.ClaimMissing)]
    [InlineData("The documents I have don't say.", PhraseCatalogue.OwnNotKnown)]
    [InlineData("Read as: Who pays for the quay?\n\nI find no clear answer in the documents. The nearest they say:\n\nThe quay opens on 14 March. [1]\n\n[1] The Harbour Post, p1", PhraseCatalogue.OwnNotKnown)]
    [InlineData("Not covered: the documents I have don't say.", PhraseCatalogue.OwnNotKnown)]
    public void What_claims_nothing_gets_a_word_instead_of_a_verdict(string message, string said)
    {
        var handled = ClaimHandler.Handle(message, InventedPages.Knowledge);
        Assert.Empty(handled.Claims);
        Assert.Equal(said, PlainReplyWriter.WriteText(handled.Reply));
    }

    [Fact]
    public void A_bare_denial_stands_behind_what_it_denies_and_is_called_one()
    {
        var knowledge = KnownTexts.Of(("carts.txt", "Sand said that the carts had cost €52,000. Loft denied that."));
        var lines = PlainReplyWriter.WriteText(ClaimHandler.Handle("The carts cost €38,000.", knowledge).Reply).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Disputed", "Says otherwise", "Denied right after"], lines.Take(3).Select(line => line.Split(':')[0].TrimStart(' ', '-', '•', '>')));
    }

    private static string Claims(int count) => string.Join(' ', Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"The regatta opens on {number} August {2000 + number}.")));
}
