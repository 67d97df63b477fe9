using System.Text.Json;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Operations;
using ChatBot.Sources;
using ChatBot.Tests.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Operations;

public class CheckBatchTests
{
    [Theory]
    [InlineData("The winning crew gets 25,000 euros.", "supported", "Supported", "25,000 euros")]
    [InlineData("The first regatta was held in 1961.", "contradicted", "Contradicted", "1954")]
    [InlineData("The regatta ends on 10 August.", "disputed", "Says otherwise", "8 to 11 August 2031")]
    [InlineData("The king opened the regatta.", "not-found", "Not covered", "don't say")]
    [InlineData("The regatta is boring.", "not-found", "opinion", "settle")]
    public void The_reply_frames_the_words_that_decide(string claim, string verdict, string framing, string words)
    {
        var line = CheckBatch.Check(new BatchClaim("c1", claim), InventedPages.Knowledge);
        Assert.Equal(("c1", verdict), (line.Id, line.Verdict));
        Assert.Contains(framing, line.Text, StringComparison.Ordinal);
        Assert.Contains(words, line.Text, StringComparison.Ordinal);
        Assert.Equal(verdict == "not-found", line.Citations.Count == 0);
    }

    [Fact]
    public void Each_statement_bears_its_own_source_alone()
    {
        var text = CheckBatch.Check(new BatchClaim("c1", "The regatta takes place in Tolvik."), InventedPages.Knowledge).Text;
        Assert.Contains(". [1]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("][", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_claim_the_reply_asks_for_one(string message) =>
        Assert.Contains("Give me a claim", CheckBatch.Check(new BatchClaim("c1", message), InventedPages.Knowledge).Text, StringComparison.Ordinal);

    [Fact]
    public void A_message_is_as_good_as_its_worst_claim()
    {
        var line = CheckBatch.Check(new BatchClaim("c1", "The first regatta was held in 1954. The first regatta was held in 1961."), InventedPages.Knowledge);
        Assert.Equal("contradicted", line.Verdict);
        Assert.Contains("“The first regatta was held in 1954.”", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_topics_claims_are_judged_as_its_authors_judge_them()
    {
        var folder = RepositoryRoot.File("config", "topics", "hague-2025");
        var topic = TopicFolder.ReadTopic(folder);
        var knowledge = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(TopicFolder.DocumentsOf(folder), new FactExtractor(topic)));
        var right = 0;
        var lines = File.ReadAllLines(Path.Combine(folder, "claims.jsonl"));
        foreach (var line in lines)
        {
            var claim = JsonDocument.Parse(line).RootElement;
            var wanted = claim.GetProperty("verdict").GetString();
            var got = CheckBatch.Check(new BatchClaim("", claim.GetProperty("claim").GetString()!), knowledge).Verdict;
            if (got == wanted || claim.TryGetProperty("also", out var also) && also.EnumerateArray().Any(a => a.GetString() == got)) right++;
            // To call supported what isn't, or contradicted what is, misleads; not finding it doesn't.
            Assert.False(got == "supported" && wanted is "contradicted" or "not-found" || got == "contradicted" && wanted == "supported", $"{line}: {got}");
        }
        Assert.True(right >= 0.93 * lines.Length, $"{right} of {lines.Length}");
    }
}
