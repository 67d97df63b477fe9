using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>"Who said [2]?", "when was [1]?": a follow-up that names what it is about by the number that this has in a message.</summary>
/// <param name="Number">The number.</param>
/// <param name="Text">The same of what was said last: "who said that?".</param>
internal sealed partial record NumberedQuestion(int Number, string Text)
{
    /// <summary>Null where a message names no number, or is no follow-up of what was just said: numbers stand in what people pass on, too.</summary>
    public static NumberedQuestion? Read(string message, KnowledgeBase knowledge)
    {
        if (Mark().Matches(message) is not [var mark]) return null;
        var text = string.Concat(message.AsSpan(0, mark.Index), "that", message.AsSpan(mark.Index + mark.Length));
        return knowledge.PointsBack(text) ? new NumberedQuestion(int.Parse(mark.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture), text) : null;
    }

    /// <summary>The conversation of what has the number; null where the documents say it no more.</summary>
    public Conversation? Of(IReadOnlyList<ShownStatement> shown, KnowledgeBase knowledge) => ConversationOf(shown.Where(statement => statement.Number == Number), knowledge);

    /// <summary>The conversation of what a message told; null where the documents say nothing of it any more.</summary>
    public static Conversation? ConversationOf(IEnumerable<ShownStatement> shown, KnowledgeBase knowledge)
    {
        var told = shown.Select(statement => statement.Find(knowledge)).OfType<Statement>().DistinctBy(statement => statement.Fact.Id).ToList();
        return told.Count > 0 ? new Conversation([knowledge.TurnOfTold(told)]) : null;
    }

    [GeneratedRegex(@"\[(?<number>\d{1,2})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
