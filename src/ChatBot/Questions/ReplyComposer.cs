using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Questions;

/// <summary>Turns an answer into a reply: a direct answer first, the statements it rests on, then what applies, then the sources.</summary>
public static class ReplyComposer
{
    /// <summary>A value longer than this is no short answer; it stays in its sentence.</summary>
    private const int LongestValue = 70;

    /// <summary>The reply to a question.</summary>
    /// <param name="answer">The answer, already through the verbatim gate.</param>
    /// <param name="knowledge">What it was drawn from.</param>
    /// <param name="message">What was typed.</param>
    public static Reply Compose(Answer answer, KnowledgeBase knowledge, string message)
    {
        var sources = new SourceNumbers();
        var blocks = new List<ReplyBlock>();
        if (answer.Question.ReadAs is { } readAs && answer is not SmallTalk && SaysMore(readAs, message)) blocks.Add(Line(new ReplySpan.Faint($"{PhraseCatalogue.ReadAs} {readAs}")));
        if (answer.IsAnew) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.LookedAgain)));
        if (answer.NotNamed.Count > 0) blocks.Add(Line(new ReplySpan.Words(PhraseCatalogue.NotNamed(answer.NotNamed))));
        if (answer.NamesNoSpeaker) blocks.Add(Line(new ReplySpan.Words(PhraseCatalogue.NoSpeaker)));
        switch (answer)
        {
            case Told told:
                if (AsksForWords(answer, message) && told.Found.All(statement => statement.Fact.Attribution.Quoted.Count == 0)) blocks.Add(Line(new ReplySpan.Words(PhraseCatalogue.NoQuotation)));
                if (!told.IsOfEach && told.Found[0].ValueText is { Length: <= LongestValue } words && !IsPartOfSentence(told, words, message) && DirectAnswer.Of(told.Found[0]) is { } value && value.Length < told.Found[0].Text.TrimEnd('.').Length) blocks.Add(Line(new ReplySpan.Strong(value)));
                for (var i = 0; i < told.Found.Count; i++)
                    if (i == 0 || answer.Question.Expects != AnswerType.Place || !NamesAgain(told.Found[i], told.Found[0])) blocks.Add(Stated(told.Found[i], knowledge, sources, label: LabelOf(told, i)));
                if (told.IsCut) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.OthersLeftOut)));
                if (told.Further > 0) blocks.Add(Line(new ReplySpan.Faint(told.Moments is null && told.Question.Speaker is not null && told.ShownBefore.Count == 0 ? PhraseCatalogue.FurtherSaid(told.Further) : PhraseCatalogue.FurtherLines(told.Further))));
                break;
            case Disputed { ByAge: { } byAge } sided:
                blocks.Add(Line(new ReplySpan.Words(byAge.AsksForNewest ? PhraseCatalogue.NewestNotKnown : byAge.TellsNewest ? PhraseCatalogue.NotDecided : PhraseCatalogue.NotDecidedNorDated)));
                for (var i = 0; i < sided.Sides.Count; i++) blocks.Add(Stated(sided.Sides[i].Statements[0], knowledge, sources, sided.Sides[i].Statements.Skip(1), PhraseCatalogue.Dated(byAge.Days[i])));
                break;
            case Disputed disputed:
                blocks.Add(Line(new ReplySpan.Words(disputed.About is { } about ? $"{PhraseCatalogue.SourcesDisagree} on {about}:" : $"{PhraseCatalogue.SourcesDisagree}:")));
                foreach (var side in disputed.Sides)
                    foreach (var statement in side.Statements.Take(1)) blocks.Add(Stated(statement, knowledge, sources, side.Statements.Skip(1)));
                if (disputed.Further > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.Further(disputed.Further))));
                foreach (var statement in disputed.Besides) blocks.Add(Stated(statement, knowledge, sources));
                break;
            case Changed changed:
                blocks.Add(Stated(changed.Steps[^1].Statements[0], knowledge, sources, changed.Steps[^1].Statements.Skip(1), PhraseCatalogue.Latest));
                foreach (var (i, step) in changed.Steps.Reverse().Index().Skip(1)) blocks.Add(Stated(step.Statements[0], knowledge, sources, step.Statements.Skip(1), i < changed.Latest ? PhraseCatalogue.AsLate : PhraseCatalogue.Earlier));
                if (changed.Further > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.Further(changed.Further))));
                foreach (var statement in changed.Besides) blocks.Add(Stated(statement, knowledge, sources));
                break;
            case Ambiguous ambiguous:
                blocks.Add(Line(new ReplySpan.Words(PhraseCatalogue.WhichOne)));
                return new Reply(blocks, [], [.. ambiguous.Choices.Select(choice => new ReplyAction(ReplyActionKind.Ask, choice, choice))]);
            case NotKnown unknown:
                // Where something near is said, it isn't certain that nothing says so.
                blocks.Add(Line(new ReplySpan.Words(unknown.Nearest.Count > 0 ? PhraseCatalogue.NoClearAnswer : answer.Question.Expects is AnswerType.YesNo or AnswerType.Reason ? PhraseCatalogue.NotSaid : PhraseCatalogue.NotKnown)));
                foreach (var statement in unknown.Nearest) blocks.Add(Stated(statement, knowledge, sources));
                return new Reply(blocks, sources.Lines, [.. Watch(answer, message, knowledge, "Tell me when that changes")]);
            case SmallTalk { Phrase: "why unknown" or "why only near" } why:
                return Reply.Saying(PhraseCatalogue.WhyNotKnown(why.NotFound, why.Phrase == "why only near"));
            case SmallTalk talk:
                return Reply.Saying(PhraseCatalogue.SmallTalk(talk.Phrase, PhraseCatalogue.IsQuoting(talk.Phrase) ? knowledge.Topic.Title : knowledge.Topic.TitleWithin));
        }
        if (answer.PartsNotKnown.Count > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.PartsNotKnown(answer.PartsNotKnown))));
        return new Reply(blocks, sources.Lines, Actions(answer, message, knowledge, sources));
    }

    /// <summary>The day before a line of a timeline, or a piece of news.</summary>
    private static string? LabelOf(Told told, int line) => told.Moments is { } moments ? PhraseCatalogue.On(moments[line]) : told.Days?[line] is { } day ? PhraseCatalogue.On(day) : null;

    /// <summary>Whether a question was read with words that were not typed: carried over or corrected. Only then people need to be told.</summary>
    private static bool SaysMore(string readAs, string message)
    {
        var typed = Tokenizer.Tokenize(message).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return Tokenizer.Tokenize(readAs).Exists(token => !typed.Contains(token.Stem));
    }

    /// <summary>Whether a sentence beside the one that tells a place only mentions that place again.</summary>
    private static bool NamesAgain(Statement beside, Statement best) => best.ValueText is { } place && beside.ValueText is { } value
        && (value.Contains(place, StringComparison.OrdinalIgnoreCase) || place.Contains(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether of somebody's words that are asked for only some are quoted, within the sentence that tells of them: by themselves they say little.</summary>
    private static bool IsPartOfSentence(Told told, string words, string message) => AsksForWords(told, message) && char.IsLower(words[0]);

    private static bool AsksForWords(Answer answer, string message) => answer.Question.AsksForQuotation || CommandText.Read(message) is { Name: "quote" };

    private static ReplyBlock.Line Line(params ReplySpan[] spans) => new(spans);

    /// <summary>A statement with the value in bold, who said it where the words themselves don't tell, and its source marks.</summary>
    internal static ReplyBlock.Statement Stated(Statement statement, KnowledgeBase knowledge, SourceNumbers sources, IEnumerable<Statement>? alsoIn = null, string? label = null)
    {
        var spans = new List<ReplySpan>();
        if (label is not null) spans.Add(new ReplySpan.Faint(label + ": "));
        if (knowledge.UnnamedSubject(statement) is { } who) spans.Add(new ReplySpan.Faint(who + ": "));
        if (statement.BeginsWithin) spans.Add(new ReplySpan.Words("… "));
        if (statement.Value is { } value)
        {
            var at = value.Start - statement.Citation.Span.Start;
            if (at > 0) spans.Add(new ReplySpan.Words(statement.Text[..at]));
            spans.Add(new ReplySpan.Strong(statement.Text.Substring(at, value.Length)));
            if (at + value.Length < statement.Text.Length) spans.Add(new ReplySpan.Words(statement.Text[(at + value.Length)..]));
        }
        else spans.Add(new ReplySpan.Words(statement.Text));
        if (statement.EndsWithin && !statement.Text.EndsWith('.')) spans.Add(new ReplySpan.Words(" …"));
        spans.Add(new ReplySpan.Words(" "));
        spans.Add(new ReplySpan.SourceMark(sources.Of(statement.Citation)));
        // The others give the same value in words of their own: their marks stand apart from this sentence's.
        var likewise = (alsoIn ?? []).ToList();
        if (likewise.Count > 0) spans.Add(new ReplySpan.Faint($" {PhraseCatalogue.Likewise} "));
        foreach (var other in likewise) spans.Add(new ReplySpan.SourceMark(sources.Of(other.Citation)));
        return new ReplyBlock.Statement(spans);
    }

    private static List<ReplyAction> Actions(Answer answer, string message, KnowledgeBase knowledge, SourceNumbers sources) =>
    [
        .. PassageActions.Of(sources.Lines),
        // Under a timeline there is none to be had.
        .. answer is Told { Moments: not null } ? Array.Empty<ReplyAction>() : [new ReplyAction(ReplyActionKind.Timeline, "Timeline", WholeQuestion.MatterOf(answer))],
        .. Watch(answer, message, knowledge, "Watch"),
        new ReplyAction(ReplyActionKind.Helpful, "👍", ""),
        new ReplyAction(ReplyActionKind.Unhelpful, "👎", ""),
    ];

    /// <summary>
    /// A button that watches what was asked; none where it is no question: a list of quotations or figures. What leans on what was said before is watched
    /// as it was read, where that has the same answer by itself.
    /// </summary>
    private static IEnumerable<ReplyAction> Watch(Answer answer, string message, KnowledgeBase knowledge, string label) =>
        WholeQuestion.Of(answer, message, knowledge) is not { } whole ? []
        : WholeQuestion.StandsAlone(answer) ? [new ReplyAction(ReplyActionKind.Watch, label, whole)]
        : [new ReplyAction(ReplyActionKind.Command, label, $"/{CommandCatalogue.Watch} {whole}")];

    /// <summary>Numbers the cited passages; a passage cited twice has one number.</summary>
    internal sealed class SourceNumbers
    {
        private readonly List<(string Key, ReplySource Source)> _lines = [];

        public IReadOnlyList<ReplySource> Lines => [.. _lines.Select(line => line.Source)];

        public int Of(Citation citation)
        {
            var key = $"{citation.Document} {citation.Locator}";
            var at = _lines.FindIndex(line => line.Key == key);
            if (at >= 0) return at + 1;
            _lines.Add((key, new ReplySource(citation.Document.Value, SourceLabel.Of(citation), PlaceOf(citation.Span), citation.Source.Url)));
            return _lines.Count;
        }

        private static string PlaceOf(TextSpan span) => $"{span.Start}-{span.End}";
    }
}
