using System.Text;
using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

public sealed class DocumentSummaryTests
{
    [Fact]
    public void A_summary_tells_what_was_kept_what_was_left_out_and_what_to_look_at()
    {
        const string text = "Log in\nSubscribe\n\nThe wall of Kelby\n\nBy Una Brack\n\nThe council of Kelby met on Monday. It talked about the wall for two hours.\n\nMost popular\nThe goat of the mayor is back again\n";
        Assert.Equal(
            [
                "wall: “The wall of Kelby”, publisher not stated, Una Brack, undated",
                "  kept: 1 paragraph, 1 title, 1 byline; 4 sentences, 61 % of the characters",
                "  left out, related articles: 48 characters, as “Most popular The goat of the mayor is back again”",
                "  left out, newsletter form: 9 characters, as “Subscribe”",
                "  left out, account: 6 characters, as “Log in”",
                "  note: No date is stated.",
            ],
            DocumentSummary.Lines(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), "wall.txt"))));
    }

    [Fact]
    public void A_refusal_is_told_with_what_to_do() => Assert.Equal(
        ["refused: a.txt is empty: it holds no visible character.", "  Check that the file was saved in full."],
        DocumentSummary.Lines(new DocumentReader().Read(new DocumentInput(ReadOnlyMemory<byte>.Empty, "a.txt"))));
}
