using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>What messages of the bot's showed, so that "[2]" means what people saw, whatever the answer would be by now.</summary>
internal static class ShownStatements
{
    private static readonly char[] BesideWords = [' ', '…', '\n'];

    /// <summary>The statements of a reply in their order, and behind them the sources that only vouch for one; none where it numbers none.</summary>
    public static IReadOnlyList<ShownStatement> Of(Reply reply, KnowledgeBase knowledge)
    {
        var shown = new List<ShownStatement>();
        foreach (var block in reply.Blocks.OfType<ReplyBlock.Statement>())
            if (block.Spans.OfType<ReplySpan.SourceMark>().FirstOrDefault() is { } mark && mark.Number <= reply.Sources.Count)
                shown.Add(new ShownStatement(mark.Number, PlaceOf(WordsOf(block), reply.Sources[mark.Number - 1], knowledge)));
        for (var number = 1; number <= reply.Sources.Count; number++)
            if (reply.Sources[number - 1] is { IsNumbered: true } source && !shown.Exists(statement => statement.Number == number) && Of(number, source, knowledge) is { } alone) shown.Add(alone);
        return shown;
    }

    /// <summary>The statements of a reply, each with the side of its answer that it was shown for.</summary>
    public static IReadOnlyList<ShownStatement> Of(Reply reply, Answer answer, KnowledgeBase knowledge)
    {
        List<Side> sides = [.. answer switch { Disputed disputed => disputed.Sides, Changed changed => changed.Steps, _ => [] }];
        var shown = Of(reply, knowledge);
        return sides.Count == 0 ? shown : [.. shown.Select(statement => statement with { Side = SideOf(statement) })];

        ShownSide? SideOf(ShownStatement statement)
        {
            var fact = statement.Find(knowledge)?.Fact.Id;
            var at = sides.FindIndex(side => side.Statements.Any(own => own.Fact.Id == fact));
            return at < 0 ? null : new ShownSide(answer is Changed, at);
        }
    }

    /// <summary>What was shown as the answer that it was, with its sides where two of them still stand; null where the documents say nothing of it any more.</summary>
    /// <param name="shown">What was shown.</param>
    /// <param name="now">The same question's answer by now.</param>
    /// <param name="knowledge">What is known.</param>
    public static Answer? AsAnswer(IReadOnlyList<ShownStatement> shown, Answer now, KnowledgeBase knowledge)
    {
        var found = shown.SelectMany(told => told.Find(knowledge) is { } statement ? [(told.Side, Statement: statement)] : Array.Empty<(ShownSide? Side, Statement Statement)>()).DistinctBy(told => told.Statement.Fact.Id).ToList();
        if (found.Count == 0) return null;
        var sides = found.Where(told => told.Side is not null).GroupBy(told => told.Side).OrderBy(side => side.Key?.Number).ToList();
        if (sides.Count < 2) return new Told([.. found.Select(told => told.Statement)]) { Question = now.Question, Confidence = now.Confidence };
        List<Side> values = [.. sides.Select(side => new Side(side.First().Statement.Text, [.. side.Select(told => told.Statement)]))];
        List<Statement> besides = [.. found.Where(told => told.Side is null).Select(told => told.Statement)];
        return sides[0].Key is { IsStep: true }
            ? new Changed(null, values) { Question = now.Question, Confidence = now.Confidence, Besides = besides }
            : new Disputed(null, values) { Question = now.Question, Confidence = now.Confidence, Besides = besides };
    }

    /// <summary>The same of a turn, as it would be shown now.</summary>
    public static IReadOnlyList<ShownStatement> Of(Turn turn, KnowledgeBase knowledge)
    {
        if (turn.Claims == 0) return Of(ReplyComposer.Compose(turn.Answer, knowledge, turn.Message ?? ""), knowledge);
        var numbers = new ReplyComposer.SourceNumbers();
        return [.. turn.Answer.Statements.Select(statement => new ShownStatement(numbers.Of(statement.Citation), PlaceMark.Of(statement.Citation.Document.Value, statement.Citation.Span.Start, statement.Text)))];
    }

    /// <summary>What is to be kept of a delivery that went out; null where it stated nothing.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="key">The delivery's key.</param>
    /// <param name="messages">The ids of its messages.</param>
    /// <param name="told">What it said.</param>
    /// <param name="knowledge">What is known, perhaps not yet what it told.</param>
    public static KeptAnswer? OfNews(ChatAddress chat, string key, IReadOnlyList<string> messages, Reply told, KnowledgeBase knowledge) =>
        Of(told, knowledge) is { Count: > 0 } shown ? KeptAnswer.OfNews(chat, key, messages, Write(shown)) : null;

    /// <summary>As they are kept.</summary>
    public static string Write(IEnumerable<ShownStatement> shown) => string.Join(' ', shown);

    /// <summary>Reads what was kept; what can't be read is left out.</summary>
    public static IReadOnlyList<ShownStatement> Read(string kept) => [.. kept.Split(' ').Select(ShownStatement.Read).OfType<ShownStatement>()];

    private static ShownStatement? Of(int number, ReplySource source, KnowledgeBase knowledge) =>
        PlaceMark.Of(new ReplyAction(ReplyActionKind.Passage, "", $"{source.Document} {source.Place}") { Words = source.Words }, knowledge) is { } place ? new ShownStatement(number, place) : null;

    /// <summary>The words of a document in a statement: what stands before its first mark, without the bot's labels and signs.</summary>
    private static string WordsOf(ReplyBlock.Statement block) => string.Concat(block.Spans.TakeWhile(span => span is not ReplySpan.SourceMark).Select(span => span switch
    {
        ReplySpan.Words words => words.Text,
        ReplySpan.Strong strong => strong.Text,
        _ => "",
    })).Trim(BesideWords);

    /// <summary>Of several statements of one source only the first is told by its place.</summary>
    private static PlaceMark PlaceOf(string words, ReplySource source, KnowledgeBase knowledge)
    {
        var first = Passage.Find(knowledge, source.Document, source.Place) is { } passage ? passage.Document.Text.IndexOf(words, Math.Min(passage.Cited.Start, passage.Document.Text.Length), StringComparison.Ordinal) : -1;
        return PlaceMark.Of(source.Document, first >= 0 ? first : StartOf(source), words);
    }

    private static int StartOf(ReplySource source) => int.TryParse(source.Place.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 0;
}
