using System.Numerics.Tensors;
using ChatBot.Knowledge.Text;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class WordLikenessTests
{
    [Theory]
    [InlineData("boats", "ships", "budget")]
    [InlineData("harbour", "port", "election")]
    [InlineData("resigned", "quit", "sailing")]
    public void Words_of_like_company_are_liker_than_others(string word, string like, string unlike) => Assert.True(Between(word, like) > Between(word, unlike) + 0.2f);

    [Fact]
    public void A_word_is_itself() => Assert.Equal(1f, Between("harbour", "harbour"), 3);

    [Fact]
    public void A_word_that_nobody_uses_is_not_in_the_table() => Assert.Equal(-1, WordLikeness.Find("zzyzxq"));

    private static float Between(string one, string other) => TensorPrimitives.Dot<float>(Vector(one), Vector(other));

    private static float[] Vector(string word)
    {
        var vector = new float[WordLikeness.Dimensions];
        WordLikeness.Read(WordLikeness.Find(Tokenizer.Tokenize(word)[0].Stem), vector);
        return vector;
    }
}
