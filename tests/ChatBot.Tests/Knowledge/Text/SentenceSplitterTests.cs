using ChatBot.Knowledge.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class SentenceSplitterTests
{
    /// <summary>Each text is given with a bar where one sentence ends and the next begins.</summary>
    [Theory]
    [InlineData("It rained. | Nobody came.")]
    [InlineData("Mr. Combe and Dr. Vera Slate of St. Mary's met Gen. Oake.")]
    [InlineData("U.S. President Dell Harrow spoke in the U.S. | The talks went on.")]
    [InlineData("The U.S.'s allies and the U.S. Senate agreed.")]
    [InlineData("J. R. Combe wrote it with George W. Oake.")]
    [InlineData("He chose plan B. | The others stayed.")]
    [InlineData("It costs 3.5 percent. | In 2032. | It was 1.5 before.")]
    [InlineData("“We wait,” she said. | “The bearings won't hold.” | He left.")]
    [InlineData("\"We wait,\" she said. | \"The bearings won't hold.\" | He left.")]
    [InlineData("\"Who pays?\" Harrow asked. | Nobody knew.")]
    [InlineData("“Enough!” the mayor said. | He sat.")]
    [InlineData("“Who pays?” | “The county,” he said.")]
    [InlineData("He said no. | The vote was lost.")]
    [InlineData("See No. 5 and Fig. 3 of the report.")]
    [InlineData("He sat. | The dog sat too.")]
    [InlineData("The firm, Arle Ferries Ltd. of Kelby, won.")]
    [InlineData("They carried crates, jars, etc. | The lift was slow.")]
    [InlineData("It opens at 9 a.m. on Sat. 3 June.")]
    [InlineData("It closed at 5 p.m. | The rest waited.")]
    [InlineData("Doors open at 10 a.m. | Juno Marl sings at noon.")]
    [InlineData("It ends at 11 p.m. | Harbour police close the quay then.")]
    [InlineData("It opens at 10 a.m. London time on the quay.")]
    [InlineData("It opens at 10 a.m. Monday in Kelby, and the 9 a.m. Harbour Mass is sung before.")]
    [InlineData("It opens at 10 a.m. GMT and closes at 5 p.m. Eastern.")]
    [InlineData("On Jan. 5 the wall fell.")]
    [InlineData("Is it over? | No! | Not yet…")]
    [InlineData("It holds.[1] | It has held for years.[12]")]
    [InlineData("(It holds.) | It has held.")]
    [InlineData("1. What was found in the moss.")]
    [InlineData("Visit www.example.org for v1.2.3 of it.")]
    [InlineData("The crews (Kelby, Sandholm, etc.) came.")]
    [InlineData("«Ми чекаємо», — сказала вона. | Міст відкрито.")]
    [InlineData("A line\nbreak ends nothing.")]
    [InlineData("A heading\n\n| A paragraph.")]
    [InlineData("A heading\r\n\r\n| A paragraph.")]
    public void Ends_sentences_where_a_reader_does(string marked)
    {
        var expected = marked.Split('|').Select(part => part.Trim()).ToArray();
        var text = marked.Replace("| ", "", StringComparison.Ordinal);
        Assert.Equal(expected, SentenceSplitter.Split(text).Select(span => span.Of(text)));
    }

    [Fact]
    public void Known_limit_an_acronym_before_a_name_does_not_end_the_sentence()
    {
        const string text = "They left the U.S. Harrow stayed.";
        Assert.Single(SentenceSplitter.Split(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Finds_nothing_in_nothing(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void Looks_only_within_the_span()
    {
        const string text = "One. Two. Three.";
        Assert.Equal(["Two."], SentenceSplitter.Split(text, TextSpan.FromBounds(5, 9)).Select(span => span.Of(text)));
    }

    [Fact]
    public void Loses_no_character_but_white_space() => Prop.ForAll<NonNull<string>>(given =>
    {
        var text = given.Get;
        var spans = SentenceSplitter.Split(text);
        var covered = string.Concat(spans.Select(span => span.Of(text)));
        return string.Concat(covered.Where(c => !char.IsWhiteSpace(c))) == string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
            && spans.All(span => span.Length > 0 && !char.IsWhiteSpace(text[span.Start]) && !char.IsWhiteSpace(text[span.End - 1]));
    }).QuickCheckThrowOnFailure();
}
