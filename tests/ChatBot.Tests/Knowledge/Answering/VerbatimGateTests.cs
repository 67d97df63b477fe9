using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Understanding;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>The gate: a statement whose words do not stand in the stored document is never sent.</summary>
public sealed class VerbatimGateTests
{
    private static readonly Question Asked = new() { Text = "What is it like?", Tokens = [], Terms = [] };

    private readonly Document _stored = FactDocuments.Of("port", null, "The quay is long. It is new.").Document;
    private readonly Statement _standing;
    private readonly Statement _planted;

    public VerbatimGateTests()
    {
        var same = FactDocuments.Of("port", null, "The quay is long. It is new.");
        var other = FactDocuments.Of("port", null, "The quay is free. It is new.");
        _standing = Statement.From(same.Document, same.Facts[1]);
        _planted = Statement.From(other.Document, other.Facts[0]);
    }

    [Fact]
    public void Words_that_stand_in_the_document_pass()
    {
        var answer = new Told([_standing]) { Question = Asked };
        Assert.Same(answer, Admit(answer).Answer);
    }

    [Fact]
    public void Planted_words_are_taken_out_and_told()
    {
        var (answer, violations) = Admit(new Told([_planted, _standing]) { Question = Asked });
        Assert.Equal([_standing], answer.Statements);
        Assert.Equal("the words do not stand at characters 0 to 17 of port", Assert.Single(violations).Reason);
    }

    [Fact]
    public void Where_nothing_is_left_nothing_is_told() => Assert.IsType<NotKnown>(Admit(new Told([_planted]) { Question = Asked }).Answer);

    [Fact]
    public void One_side_of_a_disagreement_alone_is_not_told() =>
        Assert.IsType<NotKnown>(Admit(new Disputed("the quay", [new Side("new", [_standing]), new Side("free", [_planted])]) { Question = Asked }).Answer);

    [Fact]
    public void One_step_of_a_change_alone_is_not_told() =>
        Assert.IsType<NotKnown>(Admit(new Changed("the quay", [new Side("new", [_standing]), new Side("free", [_planted])]) { Question = Asked }).Answer);

    [Fact]
    public void Nearest_facts_pass_the_gate_too() => Assert.Equal([_standing], Assert.IsType<NotKnown>(Admit(new NotKnown([_planted, _standing]) { Question = Asked }).Answer).Nearest);

    [Fact]
    public void A_document_that_is_gone_is_not_told() =>
        Assert.IsType<NotKnown>(VerbatimGate.Admit(new Told([_standing]) { Question = Asked }, _ => null).Answer);

    private (Answer Answer, IReadOnlyList<VerbatimGate.Violation> Violations) Admit(Answer answer) => VerbatimGate.Admit(answer, id => id == _stored.Id ? _stored : null);
}
