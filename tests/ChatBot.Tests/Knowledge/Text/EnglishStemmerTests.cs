using ChatBot.Knowledge.Text;
using ChatBot.Tests.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class EnglishStemmerTests
{
    [Fact]
    public void Stems_every_word_of_the_list_as_the_published_algorithm_does()
    {
        var entries = File.ReadLines(RepositoryFolder.Find("tests", "ChatBot.Tests", "Knowledge", "Text", "stems.tsv"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        Assert.True(entries.Count > 350);
        Assert.Empty(entries.Where(entry => EnglishStemmer.Stem(entry[0]) != entry[1]).Select(entry => $"{entry[0]}: {EnglishStemmer.Stem(entry[0])}, not {entry[1]}"));
    }

    [Theory]
    [InlineData("skis", "ski")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("idly", "idl")]
    [InlineData("news", "news")]
    [InlineData("howe", "howe")]
    [InlineData("atlas", "atlas")]
    [InlineData("innings", "inning")]
    [InlineData("succeeding", "succeed")]
    [InlineData("arsenal", "arsenal")]
    [InlineData("generously", "generous")]
    [InlineData("communism", "communism")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    public void Follows_the_exceptions_of_the_algorithm(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("commit", "commits", "committed", "committing")]
    [InlineData("summit", "summits", "summit's", "summits")]
    [InlineData("invite", "invites", "invited", "inviting")]
    [InlineData("ally", "allies", "ally's", "allies")]
    public void Brings_the_forms_of_a_word_together(params string[] forms) => Assert.Single(forms.Select(EnglishStemmer.Stem).Distinct());

    [Theory]
    [InlineData("a")]
    [InlineData("2025")]
    [InlineData("f16s")]
    [InlineData("київ")]
    [InlineData("''")]
    public void Leaves_short_words_numbers_and_other_alphabets_alone(string word) => Assert.Equal(word, EnglishStemmer.Stem(word));
}
