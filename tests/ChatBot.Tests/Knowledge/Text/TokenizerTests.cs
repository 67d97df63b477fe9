using ChatBot.Knowledge.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The long-term plan", "the long term plan")]
    [InlineData("Rutte’s and Putin's", "rutte and putin")]
    [InlineData("the U.S. and the U.S.'s allies", "the us and the us allies")]
    [InlineData("3.5% of $50 trillion", "3.5 percent of dollar 50 trillion")]
    [InlineData("1,000 or 1,000,000.5 or 10,5", "1000 or 1000000.5 or 10 5")]
    [InlineData("24–26 June, the 24th", "24 26 june the 24")]
    [InlineData("on 25.06.2025 or 2025-06-25", "on 25 06 2025 or 2025 06 25")]
    [InlineData("5G, 3D, F-16", "5g 3d f 16")]
    [InlineData("don't", "don't")]
    [InlineData("Zelenskyĭ in Kyiv", "zelenskyi in kyiv")]
    [InlineData("N\u200BATO sum\u00ADmit", "nato summit")]
    [InlineData("саміт у Гаазі", "саміт у гаазі")]
    [InlineData("… — ( ) *", "")]
    public void Cuts_text_into_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Term)));

    [Theory]
    [InlineData("US help", 0, TokenTraits.AllCapitals, true)]
    [InlineData("help us", 1, TokenTraits.StopWord, true)]
    [InlineData("U.S. help", 0, TokenTraits.AllCapitals, true)]
    [InlineData("U.S. help", 0, TokenTraits.StopWord, false)]
    [InlineData("The WHO said", 1, TokenTraits.StopWord, false)]
    [InlineData("LET US GO NOW", 1, TokenTraits.StopWord, true)]
    [InlineData("NATO's aim", 0, TokenTraits.Possessive, true)]
    [InlineData("NATO's aim", 0, TokenTraits.AllCapitals, true)]
    [InlineData("Rutte said", 0, TokenTraits.Capitalised, true)]
    [InlineData("$5", 0, TokenTraits.Symbol, true)]
    [InlineData("2032 target", 0, TokenTraits.Number, true)]
    public void Tells_what_a_token_looked_like(string text, int index, TokenTraits trait, bool has) =>
        Assert.Equal(has, (Tokenizer.Tokenize(text)[index].Traits & trait) != 0);

    [Fact]
    public void Spans_ascend_and_lie_within_the_text() => Prop.ForAll<NonNull<string>>(text =>
    {
        var at = 0;
        foreach (var token in Tokenizer.Tokenize(text.Get))
        {
            if (token.Span.Start < at || token.Span.Length <= 0 || token.Span.End > text.Get.Length || token.Term.Length == 0) return false;
            at = token.Span.End;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_term_is_the_folded_text_of_its_span_where_nothing_was_left_off()
    {
        const string text = "Ministers met in Kelby";
        Assert.All(Tokenizer.Tokenize(text), token => Assert.Equal(Folding.Fold(token.Span.Of(text)), token.Term));
    }
}
