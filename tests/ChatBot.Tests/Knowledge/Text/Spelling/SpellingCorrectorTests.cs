using System.Diagnostics;
using ChatBot.Knowledge.Text.Spelling;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text.Spelling;

public sealed class SpellingCorrectorTests(ITestOutputHelper output)
{
    private static readonly SpellingCorrector Topic = new(SpellingCases.TopicWords.Select(word => new VocabularyWord(word, 8)));

    [Fact]
    public void Ordinary_misspellings_are_read_as_what_was_meant()
    {
        var wrong = SpellingCases.Misspelt.Where(pair => Topic.Correct(pair.Typed)?.Word != pair.Meant).Select(pair => $"{pair.Typed} -> {Topic.Correct(pair.Typed)?.Word ?? "(left)"}, not {pair.Meant}").ToArray();
        output.WriteLine($"{SpellingCases.Misspelt.Count - wrong.Length} of {SpellingCases.Misspelt.Count}\n{string.Join('\n', wrong)}");

        Assert.True(SpellingCases.Misspelt.Count >= 150);
        Assert.True(wrong.Length <= SpellingCases.Misspelt.Count * 0.08, $"{wrong.Length} wrong");
    }

    [Fact]
    public void Misspelt_names_of_the_topic_are_read_as_the_names()
    {
        var wrong = SpellingCases.Names.Where(pair => pair.Typed != pair.Meant && Topic.Correct(pair.Typed)?.Word != pair.Meant).Select(pair => $"{pair.Typed} -> {Topic.Correct(pair.Typed)?.Word ?? "(left)"}").ToArray();
        output.WriteLine(string.Join('\n', wrong));

        Assert.True(wrong.Length <= 2, $"{wrong.Length} wrong");
    }

    [Fact]
    public void Words_that_are_right_stay()
    {
        var changed = SpellingCases.Right.Select(word => (word, Read: Topic.Correct(word))).Where(pair => pair.Read is not null).Select(pair => $"{pair.word} -> {pair.Read}").ToArray();
        output.WriteLine($"{SpellingCases.Right.Count - changed.Length} of {SpellingCases.Right.Count}\n{string.Join('\n', changed)}");

        Assert.True(SpellingCases.Right.Count >= 150);
        Assert.True(changed.Length <= SpellingCases.Right.Count * 0.02, $"{changed.Length} changed");
    }

    [Theory]
    [InlineData("NATO")]
    [InlineData("OSCE")]
    [InlineData("F16")]
    [InlineData("2025")]
    [InlineData("3.5")]
    [InlineData("")]
    [InlineData("🙂")]
    [InlineData("саммит")]
    [InlineData("'")]
    public void Acronyms_numbers_and_what_is_no_word_stay(string typed) => Assert.Null(Topic.Correct(typed));

    [Theory]
    [InlineData("Who'll")]
    [InlineData("what'll")]
    [InlineData("that'd")]
    [InlineData("mayor'll")]
    [InlineData("people've")]
    public void Contractions_of_known_words_stay(string typed) => Assert.Null(Topic.Correct(typed));

    [Theory]
    [InlineData("tmrw", "tomorrow")]
    [InlineData("u", "you")]
    [InlineData("r", "are")]
    [InlineData("wat", "what")]
    [InlineData("wen", "when")]
    [InlineData("pls", "please")]
    [InlineData("wheres", "where is")]
    [InlineData("gr8", "great")]
    [InlineData("Wheres", "where is")]
    public void Short_forms_of_the_chat_are_read_as_their_meaning(string typed, string meant) => Assert.Equal(meant, Topic.Correct(typed)?.Word);

    [Fact]
    public void A_word_of_the_topic_is_no_short_form() => Assert.Null(new SpellingCorrector([new VocabularyWord("wen", 8)]).Correct("wen"));

    [Fact]
    public void Words_run_together_are_parted() => Assert.Equal("in the", Topic.Correct("inthe")?.Word);

    [Fact]
    public void Short_words_change_only_by_a_swap_of_letters()
    {
        Assert.Equal("of", Topic.Correct("fo")?.Word);
        Assert.Null(Topic.Correct("xyq"));
    }

    [Fact]
    public void Suggestions_come_likeliest_first_with_their_edits()
    {
        var suggestions = Topic.Suggest("presedent", 3);

        Assert.Equal("president", suggestions[0].Word);
        Assert.Equal(1, suggestions[0].Edits);
        Assert.Equal(suggestions.OrderBy(s => s.Cost).Select(s => s.Word), suggestions.Select(s => s.Word));
    }

    [Fact]
    public void A_very_long_word_is_left_alone() => Assert.Null(Topic.Correct(new string('a', 1_000_000)));

    [Fact]
    public void Correcting_is_fast_and_the_vocabulary_small()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var corrector = new SpellingCorrector([]);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var words = SpellingCases.Misspelt.Select(pair => pair.Typed).ToArray();
        foreach (var word in words) corrector.Correct(word);
        var watch = Stopwatch.StartNew();
        foreach (var word in words) corrector.Correct(word);
        output.WriteLine($"{watch.Elapsed.TotalMicroseconds / words.Length:F0} µs a word, {bytes / 1e6:F1} MB, {corrector.Count} words");

        Assert.True(bytes < 10_000_000, $"{bytes} bytes");
        GC.KeepAlive(corrector);
    }
}
