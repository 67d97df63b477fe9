using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>What is asked next: of the statement that was just shown, of the question before, or of another.</summary>
public sealed class FollowUpTests
{
    private const string Article = """
        ---
        publisher: The Norvik Courier (invented)
        title: The new quay of Norvik
        published: 2031-06-02
        ---

        On 2 June 2031 the mayor Hedda Quist said that the quay would be a topic of the council.

        Otto Brandt gave an interview to the Courier in Lund on 30 May 2031.

        The toll accords were agreements of 2015 that failed to bring down prices.

        In May 2031 Hedda Quist demanded a second crane from the harbour office. In April 2031 Hedda Quist demanded a new road.

        Otto Brandt's attendance signals that the harbour matters. Otto Brandt will attend the opening of the quay.

        Agneta Oduya and Tilda Moen designed the quay. The ferry will stop in Aldenburg, not in Skarholm.
        """;

    private static readonly Lazy<KnowledgeBase> Knowledge = new(() => KnownTexts.Of(("courier.md", Article)));

    [Fact]
    public void A_second_name_that_nobody_knows_takes_the_place_of_the_first()
    {
        var conversation = Conversation.New;
        foreach (var message in new[] { "Who designed the quay?", "and Xyrk?", "and Plumm?" }) conversation = conversation.With(Knowledge.Value.Ask(message, conversation));
        var question = conversation.Turns[^1].Question;
        Assert.Equal("Who designed the quay, Plumm?", question.ReadAs);
        Assert.DoesNotContain(question.CarriedTerms, term => term.Stem == "xyrk");
    }

    [Fact]
    public void Whom_a_pronoun_means_is_asked_for_their_own_words_as_by_name()
    {
        var conversation = Conversation.New.With(Knowledge.Value.Ask("Who is Hedda Quist?", Conversation.New));
        var asked = Knowledge.Value.Ask("What did she say about the quay?", conversation);
        Assert.Equal("What did Hedda Quist say about the quay?", asked.Question.ReadAs);
        Assert.Equal(Knowledge.Value.Ask("What did Hedda Quist say about the quay?", Conversation.New).Statements.Select(statement => statement.Text), asked.Statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData("Were there cranes?", null)]
    [InlineData("Is there a road?", null)]
    [InlineData("Were there other cranes?", "Were there other cranes? (Who designed the quay?)")]
    [InlineData("Was there a date?", "Was there a date? (Who designed the quay?)")]
    public void Whether_there_is_something_is_a_question_of_its_own(string next, string? readAs)
    {
        var conversation = Conversation.New.With(Knowledge.Value.Ask("Who designed the quay?", Conversation.New));
        Assert.Equal(readAs, Knowledge.Value.Ask(next, conversation).Question.ReadAs);
    }

    [Theory]
    [InlineData("what do whales eat", "When does it start?", null)]
    [InlineData("which volcano is the tallest", "When was it held?", null)]
    [InlineData("Who designed the quay?", "When does it start?", "When does it start? (Who designed the quay?)")]
    [InlineData("Why did Otto Brandt shave?", "When does it start?", "When does it start? (Why did Otto Brandt shave?)")]
    public void After_a_question_on_nothing_that_is_known_it_is_the_event(string first, string next, string? readAs)
    {
        var conversation = Conversation.New.With(Knowledge.Value.Ask(first, Conversation.New));
        Assert.Equal(readAs, Knowledge.Value.Ask(next, conversation).Question.ReadAs);
    }

    [Theory]
    [InlineData("But who paid for the crane?", null)]
    [InlineData("and did the harbour office buy a second crane?", null)]
    [InlineData("And how many cranes were sold in Skarholm?", null)]
    [InlineData("who pays for the ferry this year?", null)]
    [InlineData("and for the ferry?", "Who designed the quay, for the ferry?")]
    public void A_whole_question_behind_a_joining_word_is_not_read_as_part_of_the_last_one(string next, string? readAs)
    {
        var conversation = Conversation.New.With(Knowledge.Value.Ask("Who designed the quay?", Conversation.New));
        Assert.Equal(readAs, Knowledge.Value.Ask(next, conversation).Question.ReadAs);
    }

    [Theory]
    [InlineData("Who will attend the opening of the quay?", "and who won't?", "Who will not attend the opening of the quay?")]
    [InlineData("Who's coming to the opening?", "And who isn't?", "Who is not coming to the opening?")]
    [InlineData("Who attended the opening?", "who did not?", "Who has not attended the opening?")]
    [InlineData("Who came to the opening?", "but who didn't?", "Who did not come to the opening?")]
    [InlineData("Who designed the quay?", "and who isn't ill?", "and who isn't ill? (Who designed the quay?)")]
    public void Who_does_not_is_asked_of_what_was_asked_before(string first, string next, string readAs)
    {
        var asked = Knowledge.Value.Ask(next, Conversation.New.With(Knowledge.Value.Ask(first, Conversation.New)));
        Assert.Equal(readAs, asked.Question.ReadAs);
        Assert.DoesNotContain(asked.Statements, statement => statement.Text == "Otto Brandt will attend the opening of the quay.");
    }

    [Theory]
    [InlineData("Who'll attend the opening of the quay?", "Who'll attend the opening of the quay?")]
    [InlineData("Is Brandt cosying up to the council?", "Is Brandt cosying up to the council?")]
    public void A_word_that_is_spelt_right_is_read_as_it_stands(string asked, string read)
    {
        var answer = Knowledge.Value.Ask(asked, Conversation.New);
        Assert.Equal(read, answer.Question.ReadAs ?? answer.Question.Text);
    }

    [Fact]
    public void Who_will_shortened_asks_for_whoever_will() =>
        Assert.Equal(Knowledge.Value.Ask("Who will attend the opening of the quay?", Conversation.New).Statements.Select(statement => statement.Fact.Id), Knowledge.Value.Ask("Who'll attend the opening of the quay?", Conversation.New).Statements.Select(statement => statement.Fact.Id));

    [Theory]
    [InlineData("when?", "30 May 2031")]
    [InlineData("when was that?", "30 May 2031")]
    [InlineData("where?", "Lund")]
    [InlineData("and at which place?", "Lund")]
    public void A_question_word_alone_asks_more_about_the_statement_just_shown(string next, string value)
    {
        var told = Assert.IsType<Told>(Last("Who gave an interview to the Courier?", next));
        Assert.Equal(value, told.Statements[0].ValueText);
        Assert.Contains("interview", told.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_was_is_what_the_question_before_named_already() =>
        Assert.Equal("Lund", Assert.IsType<Told>(Last("Who gave an interview to the Courier in Lund?", "and in which city?")).Statements[0].ValueText);

    [Fact]
    public void Where_somebodys_words_were_said_no_other_sentence_tells() => Assert.IsType<NotKnown>(Last("What did Hedda Quist say about the quay?", "and in which city?"));

    [Theory]
    [InlineData("Where did Quist give her speech on 9 June?")]
    [InlineData("What did Otto Brandt say about his interview?")]
    public void A_pronoun_that_points_at_a_name_in_its_own_question_needs_no_other(string next) =>
        Assert.DoesNotContain("Oduya", Last("Who is Agneta Oduya?", next).Question.ReadAs ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("Did Tilda Moen deny that the ferry stops in Skarholm?")]
    [InlineData("Who is Meloni?")]
    [InlineData("who is meloni")]
    [InlineData("Is it true that Tilda Moen signed?")]
    [InlineData("was it announced whether the ferry stops in Aldenburg?")]
    [InlineData("Will Tilda Moen be there?")]
    [InlineData("What do you know about ferries?")]
    [InlineData("Is there a ferry between Skarholm and Aldenburg?")]
    public void A_question_that_points_to_nothing_before_it_stands_alone(string next) => Assert.Null(Last("Who gave an interview to the Courier?", next).Question.ReadAs);

    [Fact]
    public void A_name_after_a_question_of_two_parts_takes_the_place_of_the_name_in_it()
    {
        var readAs = Last("Who is Otto Brandt, what did he say?", "and Hedda Quist?").Question.ReadAs;
        Assert.Contains("Who is Hedda Quist", readAs ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("Brandt", readAs ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_after_the_day_of_an_event_is_asked_for_by_itself()
    {
        var fair = KnownTexts.Of(
            Topic.None with
            {
                Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []), new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], [])],
            },
            ("courier.txt", "The Kite Fair takes place on 3 June 2031. Norland sends nine kites to the fair."));
        var answer = fair.Ask("and Norland?", Conversation.New.With(fair.Ask("When is the fair?", Conversation.New), "When is the fair?"));
        Assert.Equal("Norland sends nine kites to the fair.", Assert.IsType<Told>(answer).Found[0].Text);
        Assert.DoesNotContain("When", answer.Question.ReadAs ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who comes to the fair?")]
    [InlineData("What happened at the fair?")]
    public void A_country_takes_no_events_place(string first)
    {
        var fair = KnownTexts.Of(
            Topic.None with
            {
                Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []), new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], [])],
            },
            ("courier.txt", "The Kite Fair takes place on 3 June 2031. Norland sends nine kites to the fair. Ada Kern comes to the fair."));
        Assert.Contains("the fair, ", fair.Ask("what about Norland?", Conversation.New.With(fair.Ask(first, Conversation.New), first)).Question.ReadAs ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Who_doubts_who_said_it_is_shown_that_again()
    {
        var conversation = Conversation.New;
        foreach (var message in new[] { "What did Hedda Quist demand in May?", "who said that?", "are you sure?" }) conversation = conversation.With(Knowledge.Value.Ask(message, conversation), message);
        Assert.Equal("are you sure? (who said that?)", conversation.Turns[^1].Question.ReadAs);
        Assert.Equal(conversation.Turns[^2].Answer.Statements.Select(statement => statement.ValueText), conversation.Turns[^1].Answer.Statements.Select(statement => statement.ValueText));
    }

    [Fact]
    public void Which_of_them_are_against_it_is_told_by_nobody_who_is_for_it()
    {
        var road = KnownTexts.Of(
            Topic.None with { Entities = [new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []), new Entity(new EntityId("sudmark"), EntityKind.Country, "Sudmark", [], []), new Entity(new EntityId("road"), EntityKind.Thing, "Coast Road", ["the road"], [])] },
            ("courier.txt", "Norland and Sudmark want the Coast Road. The minister of Sudmark warned that the Coast Road must come sooner."));
        var conversation = Conversation.New.With(road.Ask("Which countries want the Coast Road?", Conversation.New), "Which countries want the Coast Road?");
        Assert.IsType<NotKnown>(road.Ask("which ones are against it?", conversation));
    }

    [Theory]
    [InlineData("Who designed the quay?", "did she say that herself?", "did she say that herself? (Who designed the quay?)")]
    [InlineData("Who gave an interview to the Courier?", "did he really say that", "did he really say that (Who gave an interview to the Courier?)")]
    public void Whether_they_said_it_themselves_is_told_by_whose_words_they_are(string first, string next, string readAs)
    {
        var conversation = Conversation.New.With(Knowledge.Value.Ask(first, Conversation.New), first);
        var answer = Knowledge.Value.Ask(next, conversation);
        Assert.Equal(readAs, answer.Question.ReadAs);
        Assert.True(answer.NamesNoSpeaker);
    }

    [Fact]
    public void Whether_it_was_accepted_is_told_by_nothing_that_speaks_of_another_matter()
    {
        var knowledge = KnownTexts.Of(("courier.txt", "Ana Berg proposed a toll on the quay. Otto Brandt accepted the ruling of the jury."));
        var conversation = Conversation.New.With(knowledge.Ask("What did Ana Berg propose?", Conversation.New), "What did Ana Berg propose?");
        Assert.IsType<NotKnown>(knowledge.Ask("was it accepted?", conversation));
    }

    [Theory]
    [InlineData("who took part?")]
    [InlineData("and who attended?")]
    public void Who_took_part_is_asked_of_what_was_spoken_of(string next)
    {
        var fair = KnownTexts.Of(
            Topic.None with
            {
                Subject = new EntityId("fair"),
                Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []), new Entity(new EntityId("congress"), EntityKind.Event, "Bakers' Congress", ["the congress"], [])],
            },
            ("courier.txt", "The Bakers' Congress was held on 3 June 2031. Otto Lind attended the Kite Fair. Ada Kern attended the Bakers' Congress."));
        var answer = fair.Ask(next, Conversation.New.With(fair.Ask("When was the Bakers' Congress?", Conversation.New), "When was the Bakers' Congress?"));
        Assert.Contains("Ada Kern", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who took part?")]
    [InlineData("who was there?")]
    public void Who_took_part_is_not_asked_of_whoever_spoke_of_it(string next)
    {
        var fair = KnownTexts.Of(
            Topic.None with
            {
                Subject = new EntityId("fair"),
                Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []), new Entity(new EntityId("congress"), EntityKind.Event, "Bakers' Congress", ["the congress"], []), new Entity(new EntityId("lind"), EntityKind.Person, "Otto Lind", ["Lind"], [])],
            },
            ("courier.txt", "Otto Lind attended the Kite Fair in Norrby. Ada Kern attended the Bakers' Congress. Otto Lind said that the Bakers' Congress was a failure."));
        var asked = "What did Otto Lind say about the Bakers' Congress?";
        var answer = fair.Ask(next, Conversation.New.With(fair.Ask(asked, Conversation.New), asked));
        Assert.Equal($"{next} (Bakers' Congress)", answer.Question.ReadAs);
        Assert.Contains("Ada Kern", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_statement_does_not_say_is_not_made_up() => Assert.IsType<NotKnown>(Last("Who designed the quay?", "from whom?"));

    [Fact]
    public void By_whom_under_a_passive_question_asks_who_did_it()
    {
        Assert.Equal("Who designed the quay?", Last("Was the quay designed?", "by whom?").Question.ReadAs);
        Assert.Contains("Agneta Oduya", Last("Was the quay designed?", "by whom?").Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_had_reported_what_somebody_denies_is_not_who_denies_it()
    {
        var port = KnownTexts.Of(
            Topic.None with
            {
                Entities =
                [
                    new Entity(new EntityId("tarn-news"), EntityKind.Organisation, "Tarn News", [], []), new Entity(new EntityId("bo-lind"), EntityKind.Person, "Bo Lind", ["Lind"], []),
                    new Entity(new EntityId("ada-kern"), EntityKind.Person, "Ada Kern", [], []), new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []),
                ],
            },
            ("a.md", "---\npublisher: Tarn Echo\ntitle: A\npublished: 2031-06-02\n---\n\nTarn News reported that Norland opposed the visit of Ada Kern to the harbour."),
            ("b.md", "---\npublisher: Sud Post\ntitle: B\npublished: 2031-06-04\n---\n\nBo Lind denied the report that Norland opposed the visit of Ada Kern to the harbour."));
        var denial = port.Ask("What did Bo Lind deny?", Conversation.New);
        var told = Assert.IsType<Told>(port.Ask("who had reported that?", Conversation.New.With(denial)));
        Assert.All(told.Found, statement => Assert.DoesNotContain("Lind", statement.ValueText ?? "", StringComparison.Ordinal));
        Assert.Contains("Tarn News", told.Found[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_word_alone_with_nothing_before_it_is_answered_from_no_statement() => Assert.NotEqual("30 May 2031", Knowledge.Value.Ask("when was that?", Conversation.New).Statements.FirstOrDefault()?.ValueText);

    [Fact]
    public void Nothing_stands_in_brackets_where_what_was_before_had_no_words()
    {
        var nothing = Knowledge.Value.Ask("", Conversation.New);
        var next = Knowledge.Value.Ask("/ when", Conversation.New.With(nothing));
        Assert.DoesNotContain("()", next.Question.ReadAs ?? "", StringComparison.Ordinal);
        Assert.Contains("(Who designed the quay?)", Last("Who designed the quay?", "from whom?").Question.ReadAs, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_month_is_asked_of_the_question_before() =>
        Assert.Contains("new road", Last("What did Hedda Quist demand?", "and in April?").Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void How_a_follow_up_was_read_names_the_matter_once()
    {
        var third = Last("Who gave an interview to the Courier?", "when?", "where?");
        Assert.Equal("where? (Who gave an interview to the Courier?)", third.Question.ReadAs);
    }

    [Theory]
    [InlineData("What did Hedda Quist demand, in May?", "What did Hedda Quist demand?", "and in April?", "and in May?")]
    [InlineData("when? (What did Hedda Quist demand, in April?)", "What did Hedda Quist demand?", "and in April?", "when?")]
    public void How_several_follow_ups_were_read_is_one_question(string readAs, params string[] messages) => Assert.Equal(readAs, Last(messages).Question.ReadAs);

    [Fact]
    public void However_many_follow_ups_there_are_nothing_stands_in_brackets_within_brackets()
    {
        var conversation = Conversation.New;
        foreach (var message in new[] { "Who gave an interview to the Courier?", "and in May?", "and Otto Brandt?", "and how long?", "and about the quay?", "and the mayor?", "where?", "and then?" })
        {
            var answer = Knowledge.Value.Ask(message, conversation);
            Assert.True((answer.Question.ReadAs ?? "").Count(c => c == '(') <= 1, answer.Question.ReadAs);
            conversation = conversation.With(answer);
        }
    }

    [Fact]
    public void What_a_thing_is_comes_before_the_day_on_which_something_was_said() => Assert.Equal("2015", Knowledge.Value.Ask("When were the toll accords?", Conversation.New).Statements[0].ValueText);

    [Fact]
    public void The_attendance_of_somebody_says_nothing_itself() =>
        Assert.Null(Knowledge.Value.Documents.SelectMany(d => d.Facts).Single(f => f.Text.StartsWith("Otto Brandt's attendance", StringComparison.Ordinal)).Attribution.Speaker);

    [Fact]
    public void Names_joined_by_and_are_one_answer() => Assert.Equal("Agneta Oduya and Tilda Moen", Knowledge.Value.Ask("Who designed the quay?", Conversation.New).Statements[0].ValueText);

    [Theory]
    [InlineData("a b")]
    [InlineData("x")]
    public void Letters_ask_nothing(string message) => Assert.IsType<SmallTalk>(Knowledge.Value.Ask(message, Conversation.New));

    private static Answer Last(params string[] messages)
    {
        var conversation = Conversation.New;
        foreach (var message in messages) conversation = conversation.With(Knowledge.Value.Ask(message, conversation));
        return conversation.Turns[^1].Answer;
    }
}
