using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What did the Post and the Herald report?" asks two things: what the one did, and what the other.</summary>
internal static class SeveralSpeakers
{
    /// <summary>The question of each of two whose words are asked for; the question itself where there is one.</summary>
    /// <param name="part">The question, or a part of one.</param>
    /// <param name="read">Reads it.</param>
    public static IReadOnlyList<QuestionParts.Part> Apart(QuestionParts.Part part, Func<string, Question> read)
    {
        if (!part.Text.StartsWith("what", StringComparison.OrdinalIgnoreCase) || !part.Text.Contains(" and ", StringComparison.OrdinalIgnoreCase)) return [part];
        var question = read(part.Text);
        if (question.Expects != AnswerType.Statement || question.Corrections.Count > 0 || Discussed.Asked(question) is not null) return [part];
        var named = question.Entities.Where(mention => mention.Kind is EntityKind.Person or EntityKind.Organisation && mention.Span.Length > 0).OrderBy(mention => mention.Span.Start).ToList();
        if (named is not [var one, var other, ..] || one.Id == other.Id || one.Span.End > other.Span.Start) return [part];
        var between = TextSpan.FromBounds(one.Span.End, other.Span.Start).Of(part.Text).Trim();
        if (between is not ("and" or "and the")) return [part];
        return [part with { Text = part.Text.Remove(one.Span.End, other.Span.End - one.Span.End) }, part with { Text = part.Text.Remove(one.Span.Start, other.Span.Start - one.Span.Start) }];
    }
}
