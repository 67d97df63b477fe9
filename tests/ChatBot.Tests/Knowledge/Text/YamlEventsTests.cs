using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class YamlEventsTests
{
    private const string Signs = "[]{}:,\"'-?&*!|>%@`#~ \n\t\\abc01";

    /// <summary>Texts of the signs that mean something in YAML, the same ones each time.</summary>
    public static IEnumerable<string> BrokenTexts()
    {
        var chance = new Random(4711);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder("title: x\n");
            for (var left = chance.Next(1, 40); left > 0; left--) text.Append(chance.Next(8) == 0 ? "\nkey: " : Signs[chance.Next(Signs.Length)].ToString());
            yield return text.ToString();
        }
    }

    [Theory]
    [InlineData("publisher: [Other\ntitle \"x", 2)]
    [InlineData("publisher: Other\nauthor: [a, b", 3)]
    [InlineData("publisher: Other\ntitle: \"x", 3)]
    public void A_bracket_or_quote_that_is_not_closed_is_told_with_file_and_line(string frontMatter, int line)
    {
        var refused = Assert.IsType<ReadResult.Refused>(Read($"---\n{frontMatter}\n---\nThe quay of Aldenburg opens."));
        Assert.Equal(RefusalReason.BadFrontMatter, refused.Reason);
        Assert.StartsWith($"broken.md:{line}: the front matter is no valid YAML: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_with_a_colon_in_it_is_told_how_to_write() =>
        Assert.Contains("broken.md:3: the front matter is no valid YAML: ", Assert.IsType<ReadResult.Refused>(Read("---\npublisher: Other\ntitle: The quay: a day out\n---\nIt opens.")) is { Message: var message }
            && message.EndsWith("A value with ': ' in it stands in quotes: title: \"The quay: a day out\".", StringComparison.Ordinal) ? message : "");

    [Fact]
    public void Front_matter_of_whatever_signs_is_read_or_refused_with_a_line()
    {
        var refusals = 0;
        foreach (var text in BrokenTexts())
            if (Read($"---\n{text}\n---\nThe quay of Aldenburg opens.") is ReadResult.Refused refused)
            {
                refusals++;
                Assert.True(refused.Reason == RefusalReason.BadFrontMatter, $"{text}\n{refused.Message}");
                Assert.Matches("^broken.md:[0-9]+: ", refused.Message);
            }
        Assert.InRange(refusals, 15_000, 20_000);
    }

    [Fact]
    public void A_topic_file_of_whatever_signs_is_told_with_a_place()
    {
        foreach (var text in BrokenTexts())
            if (TopicReader.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["topic.yaml"] = text }, "broken") is TopicReadResult.Invalid invalid)
                Assert.All(invalid.Problems, problem => Assert.True(problem.Line > 0, text));
    }

    private static ReadResult Read(string text) => new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), "broken.md"));
}
