using ChatBot.Operations;
using Xunit;

namespace ChatBot.Tests.Operations;

/// <summary>The marks, by the rules that question sets are written for.</summary>
public sealed class ExpectedAnswerTests
{
    private static readonly ExpectedAnswer Legs = new("t1", "numbers", "How many legs has a cat?", true, ExpectAny: [["\\b4\\b"], ["four"]], Reject: ["\\bfive\\b"], Sources: ["a", "b"]);
    private static readonly ExpectedAnswer Days = new("t2", "conflict", "Which day?", true, ExpectAny: [["24", "25"]], Sources: ["a|c", "b"], AllSources: true);
    private static readonly ExpectedAnswer Pays = new("t3", "unanswerable-near", "Who pays?", false, Reject: ["taxpayers"]);
    private static readonly ExpectedAnswer Premise = new("t4", "false-premise", "When did it end?", false, ExpectAny: [["has not ended"]], Sources: ["a"]);
    private static readonly ExpectedAnswer Hello = new("t5", "smalltalk", "hi", false);

    [Fact]
    public void Right_words_with_a_source_are_right() => Assert.Equal(AnswerMark.Right, Legs.Judge(Told("It has four legs.", "b")));

    [Fact]
    public void Right_words_without_the_source_are_uncited() => Assert.Equal(AnswerMark.Uncited, Legs.Judge(Told("It has four legs.", "x")));

    [Fact]
    public void Rejected_words_are_wrong_beside_right_ones() => Assert.Equal(AnswerMark.Wrong, Legs.Judge(Told("Four, or perhaps five.", "a")));

    [Fact]
    public void Silence_where_there_is_an_answer_is_no_answer() => Assert.Equal(AnswerMark.Abstained, Legs.Judge(Silent("I don't know.")));

    [Fact]
    public void Silence_may_be_right_as_well() => Assert.Equal(AnswerMark.Right, (Legs with { AbstainOk = true }).Judge(Silent("I don't know.")));

    [Theory]
    [InlineData("c b", true)]
    [InlineData("c", false)]
    public void Both_sides_must_be_cited_where_all_are_needed(string cited, bool enough) =>
        Assert.Equal(enough ? AnswerMark.Right : AnswerMark.Uncited, Days.Judge(Told("One says **24**, the other 25.", cited.Split(' '))));

    [Fact]
    public void Nothing_rejected_may_stand_even_in_silence() => Assert.Equal(AnswerMark.Invented, Pays.Judge(Silent("Not known; taxpayers do.")));

    [Fact]
    public void Telling_what_no_document_says_is_inventing() => Assert.Equal(AnswerMark.Invented, Pays.Judge(Told("The king.", "a")));

    [Fact]
    public void Setting_a_mistaken_premise_right_is_right() => Assert.Equal(AnswerMark.Right, Premise.Judge(Told("It **has not** ended.", "a")));

    [Fact]
    public void Small_talk_without_citation_claims_nothing() => Assert.Equal(AnswerMark.Right, Hello.Judge(Told("Hello!")));

    [Fact]
    public void A_pattern_that_is_none_is_told_with_its_question_field_and_place() =>
        Assert.StartsWith("question t1: '4 (legs' in 'expect_any' is no regular expression: Not enough )'s (at character 7). Mend it", Assert.Single((Legs with { ExpectAny = [["4 (legs"]] }).FindFaults()));

    [Fact]
    public void A_question_that_no_answer_could_be_right_to_is_told()
    {
        Assert.Empty(Legs.FindFaults());
        Assert.Empty(Pays.FindFaults());
        Assert.Contains("'expect_any'", Assert.Single((Legs with { ExpectAny = null }).FindFaults()));
        Assert.Contains("in 'reject'", Assert.Single((Pays with { Reject = ["["] }).FindFaults()));
    }

    private static BatchAnswer Told(string text, params string[] citations) => new("x", "Told", text, false, citations, 1, 0);

    private static BatchAnswer Silent(string text) => new("x", "NotKnown", text, true, [], 0, 0);
}
