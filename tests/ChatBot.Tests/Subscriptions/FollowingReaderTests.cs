using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using ChatBot.Subscriptions;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

public sealed class FollowingReaderTests
{
    private static readonly Lazy<KnowledgeBase> Shipped = new(() => KnowledgeBase.Build(TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025")), []));

    [Theory]
    [InlineData("", "Everything", "", "Instant", 9, 1)]
    [InlineData("everything weekly on Friday at 18", "Everything", "", "Weekly", 18, 5)]
    [InlineData("Trump", "Entity", "donald-trump", "Instant", 9, 1)]
    [InlineData("to mark rutte daily at 8pm", "Entity", "mark-rutte", "Daily", 20, 1)]
    [InlineData("Zelenski", "Entity", "volodymyr-zelensky", "Instant", 9, 1)]
    [InlineData("dates of the summit", "Attribute", "summit.dates", "Instant", 9, 1)]
    [InlineData("places of the summit", "Attribute", "summit.place", "Instant", 9, 1)]
    [InlineData("the date of the summit", "Attribute", "summit.dates", "Instant", 9, 1)]
    [InlineData("Trump, trump", "Entity", "donald-trump", "Instant", 9, 1)]
    [InlineData("Trump or Donald Trump daily at 8", "Entity", "donald-trump", "Daily", 8, 1)]
    [InlineData("drones, sanctions", "Keywords", "drones, sanctions", "Instant", 9, 1)]
    [InlineData("drones", "Keywords", "drones", "Instant", 9, 1)]
    [InlineData("drone", "Keywords", "drone", "Instant", 9, 1)]
    [InlineData("peace", "Keywords", "peace", "Instant", 9, 1)]
    [InlineData("Volodimir Zelenskyy", "Entity", "volodymyr-zelensky", "Instant", 9, 1)]
    [InlineData("the daily mail", "Keywords", "the daily mail", "Instant", 9, 1)]
    [InlineData("Trump every day at noon", "Entity", "donald-trump", "Daily", 12, 1)]
    [InlineData("everything every friday at 8 pm", "Everything", "", "Weekly", 20, 5)]
    [InlineData("Trump at once", "Entity", "donald-trump", "Instant", 9, 1)]
    [InlineData("\"hourly wages\"", "Keywords", "\"hourly wages\"", "Instant", 9, 1)]
    [InlineData("at 9 daily Trump", "Entity", "donald-trump", "Daily", 9, 1)]
    [InlineData("everything at 7am daily", "Everything", "", "Daily", 7, 1)]
    [InlineData("mondays at 1 Rutte", "Entity", "mark-rutte", "Weekly", 1, 1)]
    [InlineData("Mondays Rutte", "Entity", "mark-rutte", "Weekly", 9, 1)]
    [InlineData("Sunday 1am Putin", "Entity", "vladimir-putin", "Weekly", 1, 7)]
    [InlineData("Trump 9am", "Entity", "donald-trump", "Daily", 9, 1)]
    [InlineData("Trump at 20 on Fridays", "Entity", "donald-trump", "Weekly", 20, 5)]
    [InlineData("Sunday talks", "Keywords", "Sunday talks", "Instant", 9, 1)]
    [InlineData("9 drones", "Keywords", "9 drones", "Instant", 9, 1)]
    [InlineData("me to everything", "Everything", "", "Instant", 9, 1)]
    [InlineData("daily digest of everything", "Everything", "", "Daily", 9, 1)]
    [InlineData("me to a weekly digest of drones", "Keywords", "drones", "Weekly", 9, 1)]
    [InlineData("news about Trump", "Entity", "donald-trump", "Instant", 9, 1)]
    [InlineData("everything about Trump daily at 9, please", "Entity", "donald-trump", "Daily", 9, 1)]
    [InlineData("Trump news", "Entity", "donald-trump", "Instant", 9, 1)]
    [InlineData("updates on drones", "Keywords", "drones", "Instant", 9, 1)]
    [InlineData("dreadful news", "Keywords", "dreadful news", "Instant", 9, 1)]
    [InlineData("\"news about Trump\"", "Keywords", "\"news about Trump\"", "Instant", 9, 1)]
    [InlineData("every ally", "Keywords", "every ally", "Instant", 9, 1)]
    [InlineData("Trump \"every full moon\"", "Keywords", "Trump \"every full moon\"", "Instant", 9, 1)]
    [InlineData("weekly on sunday Putin at 22", "Entity", "vladimir-putin", "Weekly", 22, 7)]
    [InlineData("weekly Putin on sunday at 22", "Entity", "vladimir-putin", "Weekly", 22, 7)]
    [InlineData("at 22 Putin weekly on sunday", "Entity", "vladimir-putin", "Weekly", 22, 7)]
    [InlineData("on sundays Putin at 22", "Entity", "vladimir-putin", "Weekly", 22, 7)]
    [InlineData("every friday at 8 pm drones, sanctions", "Keywords", "drones, sanctions", "Weekly", 20, 5)]
    [InlineData("daily to Trump", "Entity", "donald-trump", "Daily", 9, 1)]
    [InlineData("daily everything", "Everything", "", "Daily", 9, 1)]
    [InlineData("Trump on fridays", "Entity", "donald-trump", "Weekly", 9, 5)]
    [InlineData("Trump at 22", "Entity", "donald-trump", "Daily", 22, 1)]
    [InlineData("daily mail", "Keywords", "daily mail", "Instant", 9, 1)]
    [InlineData("weekly wages on the rise", "Keywords", "weekly wages on the rise", "Instant", 9, 1)]
    [InlineData("\"talks on Sunday\"", "Keywords", "\"talks on Sunday\"", "Instant", 9, 1)]
    [InlineData("Was Ukraine invited?", "Question", "Was Ukraine invited?", "Instant", 9, 1)]
    public void People_type_what_and_how_in_their_words(string typed, string kind, string subject, string rhythm, int hour, int weekday)
    {
        var request = FollowingReader.Read(typed, Shipped.Value);
        var following = Assert.IsType<Following>(request.Following);
        Assert.Equal((kind, subject, rhythm, hour, weekday), (following.Kind.ToString(), following.Subject, request.Timetable.Rhythm.ToString(), request.Timetable.Hour, request.Timetable.Weekday));
        Assert.False(request.IsConfirmed);
    }

    [Theory]
    [InlineData("Trump daily at 25", "There is no hour 25;")]
    [InlineData("Trump daily at 25:99", "at 25:99")]
    [InlineData("Trump daily at 9:30", "only on the full hour")]
    [InlineData("Trump weekly on Blursday", "the day “blursday”")]
    [InlineData("Trump weekly Blursday at 9", "the day “blursday”")]
    [InlineData("Trump every hour", "“every hour”")]
    [InlineData("every 3 days", "“every 3 days”")]
    [InlineData("everything hourly", "“hourly”")]
    [InlineData("Trump twice a day", "“twice a day”")]
    [InlineData("weekly on sunday Trump at 25", "There is no hour 25")]
    [InlineData("Trump daily at 22 UTC", "leave out “utc”")]
    [InlineData("daily at 22 Europe/Kyiv Trump", "leave out “europe/kyiv”")]
    [InlineData("Trump weekly on Sunday at 10 pm Kyiv time", "leave out “kyiv”")]
    [InlineData("Trump daily at dawn", "There is no hour dawn")]
    [InlineData("Trump every tuesday evening", "“every tuesday evening”")]
    [InlineData("every tuesday evening Trump", "“every tuesday evening”")]
    [InlineData("hourly drones", "“hourly”. Say how often like this")]
    [InlineData("hourly drones", "put them in quotation marks: /subscribe \"hourly drones\"")]
    [InlineData("every evening Trump", "“every evening”")]
    [InlineData("Trump twice a week drones", "“twice a week”")]
    [InlineData("Trump every full moon", "put them in quotation marks: /subscribe \"every full moon\"")]
    public void Timing_that_cannot_be_read_is_told_and_makes_no_keywords(string typed, string told)
    {
        var request = FollowingReader.Read(typed, Shipped.Value);
        Assert.Null(request.Following);
        Assert.Contains(told, request.Problem, StringComparison.Ordinal);
        Assert.Contains("daily at 9", request.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_gives_the_same_request_confirmed()
    {
        foreach (var typed in new[] { "everything", "Trump daily at 7", "dates of the summit weekly on sunday at 21", "drones, sanctions" })
        {
            var asked = FollowingReader.Read(typed, Shipped.Value);
            var again = FollowingReader.Read(FollowingReader.Confirmed(Assert.IsType<Following>(asked.Following), asked.Timetable), Shipped.Value);
            Assert.True(again.IsConfirmed);
            Assert.Equal((asked.Following, asked.Timetable), (again.Following, again.Timetable));
        }
    }

    [Theory]
    [InlineData("whether Ukraine is invited", true)]
    [InlineData("military aid NATO has provided", true)]
    [InlineData("the Istanbul talks brought", false)]
    [InlineData("\"military aid NATO has provided\"", false)]
    public void Most_words_of_one_attributes_label_mean_it(string typed, bool areMeant) => Assert.Equal(areMeant ? SubscriptionKind.Attribute : SubscriptionKind.Keywords, FollowingReader.Read(typed, Shipped.Value).Following?.Kind);

    [Fact]
    public void A_word_of_the_documents_is_no_misspelt_name()
    {
        Assert.Equal(SubscriptionKind.Entity, FollowingReader.Read("tramp", Shipped.Value).Following?.Kind);
        var known = Shipped.Value.With(FactDocuments.Of("tale", null, "Two tramps and Donald Trump crossed the bridge."));
        Assert.Equal(SubscriptionKind.Keywords, FollowingReader.Read("tramp", known).Following?.Kind);
        Assert.Equal(SubscriptionKind.Entity, FollowingReader.Read("Trumps", known).Following?.Kind);
    }

    [Fact]
    public void Nothing_but_function_words_is_nothing() => Assert.Null(FollowingReader.Read("of the", KnowledgeBase.Build(Topic.None, [])).Following);
}
