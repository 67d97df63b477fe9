using ChatBot.Subscriptions;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

public sealed class KeywordsTests
{
    [Fact]
    public void What_is_given_twice_is_one_choice() => Assert.Equal("“drones” or “sanctions”", Keywords.Read("drones, sanctions, drone")?.Label);

    [Theory]
    [InlineData("drones", "A drone was seen over the harbour.", true)]
    [InlineData("drones sanctions", "New sanctions follow the drone attack.", true)]
    [InlineData("drones sanctions", "A drone was seen.", false)]
    [InlineData("drones, sanctions", "A drone was seen.", true)]
    [InlineData("drones, sanctions", "A boat was seen.", false)]
    [InlineData("air drones or \"new sanctions\"", "They agreed on new sanctions.", true)]
    [InlineData("air drones or \"new sanctions\"", "A drone was seen.", false)]
    [InlineData("\"bread, or butter\"", "Bread or butter?", true)]
    [InlineData("\"bread, or butter\"", "Butter and bread.", false)]
    [InlineData("oracle", "The oracle spoke.", true)]
    [InlineData("\"air defence\"", "Air defence comes first.", true)]
    [InlineData("\"air defence\"", "Defence in the air.", false)]
    [InlineData("\"a b a c\"", "a b a b a c", true)]
    [InlineData("officers", "The office was closed.", false)]
    [InlineData("officers", "An officer was hurt.", true)]
    [InlineData("office", "The offices open.", true)]
    [InlineData("drivers", "The driver was hurt.", true)]
    public void All_words_must_stand_in_the_statement_quoted_ones_next_to_each_other_and_of_those_between_commas_any(string keywords, string statement, bool stand) =>
        Assert.Equal(stand, Assert.IsType<Keywords>(Keywords.Read(keywords)).StandIn(Keywords.StemsOf(statement)));

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    [InlineData("?!")]
    public void Words_that_carry_nothing_are_no_keywords(string keywords) => Assert.Null(Keywords.Read(keywords));

    [Fact]
    public void The_worst_pattern_takes_time_in_proportion_to_the_text()
    {
        var worst = Assert.IsType<Keywords>(Keywords.Read("\"" + string.Join(' ', Enumerable.Repeat("a", 40)) + " b\""));
        var text = Enumerable.Repeat("a", 1_000_000).ToArray();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.False(worst.StandIn(text));
        // Looking again at each place would take forty times the second that this allows on a slow machine.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);
    }
}
