using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Answers "who said that?" from what was just shown.</summary>
internal static class WhoSaidThat
{
    /// <summary>Characters between an office and the name behind it: a space, or a comma and a space.</summary>
    private const int FarthestApart = 2;

    private const int LongestPronoun = 3;

    /// <summary>Whether nothing is asked but who said what was just shown.</summary>
    public static bool IsAsked(Question question)
    {
        if (FollowUps.AsksForSource(question) || AsksWhetherTheySaid(question)) return true;
        if (question.Entities.Count > 0 || question.Expects != AnswerType.Person || question.Terms.Any(t => !question.Tokens.Any(own => own.Stem == t.Stem && AnswerTypeReader.IsSaying(own.Term) || own.Stem == t.Stem && own.Term is "reported"))) return false;
        return question.Tokens.Any(t => t.Term is "said" or "says" or "say" or "reported" or "wrote" or "claimed" or "claims") && question.Tokens.Any(t => t.Term is "that" or "it" or "this" or "so");
    }

    /// <summary>"Did he say that himself?": whose words they are tells that, too.</summary>
    private static bool AsksWhetherTheySaid(Question question) =>
        question.Entities.Count == 0 && question.Tokens is [{ Term: "did" or "has" or "have" }, { Term: "he" or "she" or "they" }, { Term: "say" or "said" or "claim" or "claimed" or "really" or "actually" }, ..]
        && question.Tokens.Skip(2).All(token => token.Term is "say" or "said" or "claim" or "claimed" or "really" or "actually" or "that" or "so" or "it" or "this" or "himself" or "herself" or "themselves");

    /// <summary>Whether, under somebody's denial, it is asked who had said what they deny ("who had reported that?").</summary>
    public static bool AsksForDenied(Question question, Answer shown) =>
        shown is Told { Found: [{ Fact.Stance: Facts.Stance.Denied }, ..] } && IsAsked(question) && !FollowUps.AsksForSource(question) && question.Tokens.Any(token => token.Term is "reported" or "claimed" or "claims" or "wrote" or "written" or "had");

    /// <summary>The statements just shown, with the speaker or source that each names; null where something else is asked.</summary>
    public static Answer? Read(Question question, Conversation conversation)
    {
        if (!IsAsked(question)) return null;
        var again = FollowUps.Shown(question, conversation.Turns[^1]);
        // What came near without answering was shown all the same.
        if (again is NotKnown unknown)
        {
            if (unknown.Nearest.Count == 0) return new SmallTalk("nobody said") { Question = question };
            again = new Told(unknown.Nearest) { Question = again.Question };
        }
        var attributed = again.Statements.Select(Named).OfType<Statement>().DistinctBy(statement => statement.Fact.Id).Take(3).ToList();
        var namesNobody = attributed.Count == 0 && !again.Statements.Any(statement => UnnamedSpeaker.IsPossible(statement.Fact));
        if (conversation.Turns[^1].IsOfSeveral && attributed.Count > 0) return new Told([.. again.Statements.Select(statement => Named(statement) ?? statement.Plain)]) { Question = again.Question with { ReadAs = null }, Confidence = again.Confidence, IsOfEach = true };
        // Of several values each has those who give it.
        if (again is Disputed disputed) return disputed with { Sides = [.. disputed.Sides.Select(Named)], NamesNoSpeaker = namesNobody };
        if (again is Changed changed) return changed with { Steps = [.. changed.Steps.Select(Named)], NamesNoSpeaker = namesNobody };
        // Who asks for the source of an answer means all of it.
        if (attributed.Count > 0 && again is Told whole && FollowUps.AsksForSource(question)) return whole with { Found = [.. whole.Found.Select(statement => Named(statement) ?? statement.Plain)] };
        // The direct answer to what was asked before is none to this.
        if (attributed.Count == 0) return again is Told told ? told with { Found = [.. told.Found.Select(statement => statement.Plain)], NamesNoSpeaker = namesNobody } : null;
        // What is asked next is asked of the same matter.
        return new Told(attributed) { Question = again.Question with { ReadAs = null }, Confidence = again.Confidence };
    }

    private static Side Named(Side side) => side with { Statements = [.. side.Statements.Select(statement => Named(statement) ?? statement)] };

    /// <summary>The statement with whom it names as its speaker or source, the office together with the name; null where it names nobody.</summary>
    public static Statement? Named(Statement shown)
    {
        var by = shown.Fact.Attribution;
        var names = shown.Fact.Entities.Concat(by.Sources).Where(m => (m.Id == by.Speaker || by.Sources.Any(s => s.Id == m.Id)) && shown.Citation.Span.Contains(m.Span)).OrderBy(m => m.Span.Start).ToList();
        if (names.Count == 0) return UnnamedSpeaker.Of(shown.Fact) is { } who && shown.Citation.Span.Contains(who) ? shown.Showing(who) : null;
        var first = names[0];
        // "She said": no name to show, and the reader is told beside the sentence who that is.
        if (names.TrueForAll(named => named.Span.Length <= LongestPronoun)) return shown.Plain;
        // "The mill intends to close, two people familiar with the matter said": they do, and not the mill.
        if (UnnamedSpeaker.AtEnd(shown.Fact) is { } unnamed && unnamed.Start > first.Span.End && shown.Citation.Span.Contains(unnamed)) return shown.Showing(unnamed);
        var end = first.Span.End;
        foreach (var next in names.Where(m => m.Id == first.Id && m.Span.Start >= end))
            if (next.Span.Start - end <= FarthestApart) end = next.Span.End;
        return shown.Showing(new TextSpan(first.Span.Start, end - first.Span.Start));
    }
}
