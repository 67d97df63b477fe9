using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Which is right?", "which one is newer?" under values that sources give differently. What is right nobody here decides: the sides are shown by their days, the latest first.</summary>
/// <param name="written">When a statement was made, as far as that is known.</param>
/// <param name="rivals">Tells which of several things told unasked contradict each other.</param>
internal sealed class WhichSide(Func<Statement, WrittenAt?> written, Rivals rivals)
{
    private static readonly PhraseList Right = new("right-side-phrases.txt");

    private static readonly PhraseList Newest = new("newest-side-phrases.txt");

    /// <summary>The sides once more, or the newest of them; null where something else is asked, or the last answer has no sides.</summary>
    public Answer? Read(Question question, Conversation conversation)
    {
        var asksForNewest = Newest.IsAll(Said(question.Tokens));
        if (!asksForNewest && !AsksWhatIsRight(question)) return null;
        var last = Asked(conversation);
        if (last is { Claims: > 1, Disputes: [var disputed] }) last = new Turn(disputed.Question, disputed) { Claims = 1 };
        var disputes = Disputes(last);
        if (disputes.Count == 0 && asksForNewest && last.IsOfSeveral) disputes = [[.. last.Answer.Statements.Select(SideOf)]];
        if (disputes is not [var sides]) return WithoutSides(last, disputes.Count, asksForNewest) is { } phrase ? new SmallTalk(phrase) { Question = question } : null;
        var byAge = sides.Select(LatestFirst).Select(side => (Side: side, At: written(side.Statements[0]))).OrderByDescending(side => side.At).ToList();
        var read = FollowUps.Shown(question, last).Question;
        var tellsNewest = IsNewest(byAge[0], byAge.Skip(1));
        if (asksForNewest && tellsNewest) return new Told([.. byAge[0].Side.Statements.Select(statement => last.Question.Expects == AnswerType.YesNo ? statement.Plain : statement)]) { Question = read, Confidence = last.Answer.Confidence };
        return new Disputed(null, [.. byAge.Select(side => side.Side)])
        {
            Question = read,
            Confidence = last.Answer.Confidence,
            ByAge = new SidesByAge(asksForNewest, [.. byAge.Select(side => side.At is { } at ? Moment.Of(side.Side.Statements[0], at) : (Moment?)null)]) { TellsNewest = tellsNewest },
        };
    }

    /// <summary>Whether it is asked which of several things is right or the newest, and nothing else.</summary>
    public static bool IsAsked(Question question) => AsksWhatIsRight(question) || Newest.IsAll(Said(question.Tokens));

    /// <summary>Whether it is asked which of several things is right, and nothing else.</summary>
    public static bool AsksWhatIsRight(Question question) => Right.IsAll(Said(question.Tokens));

    private static List<Token> Said(IEnumerable<Token> tokens)
    {
        List<Token> said = [.. tokens.Where(token => token.Term is not ("and" or "but" or "so" or "then" or "now"))];
        // "Which date is the latest?" asks which is.
        if (said is [{ Term: "which" }, var noun, _, ..] && SideNouns.Contains(noun.Term)) said.RemoveAt(1);
        if (said.Count > 2 && SideNouns.Contains(said[^1].Term)) said.RemoveAt(said.Count - 1);
        return said;
    }

    /// <summary>What sides may be called.</summary>
    private static readonly HashSet<string> SideNouns = new("date day days dates figure number value version report source statement document article side claim time place city answer".Split(' '), StringComparer.Ordinal);

    /// <summary>The turn that the sides are those of: who has been shown the newest of them may ask again.</summary>
    private static Turn Asked(Conversation conversation) =>
        conversation.Turns.LastOrDefault(turn => turn.Message is not { } message || Said(Tokenizer.Tokenize(message)) is var said && !Right.IsAll(said) && !Newest.IsAll(said)) ?? conversation.Turns[^1];

    /// <summary>What is said where no single dispute was shown; null where the question is no more than any other then.</summary>
    private static string? WithoutSides(Turn last, int disputes, bool asksForNewest) =>
        last.Claims > 1 ? "several claims"
        : disputes > 1 ? "several disputes"
        : last.Answer is not Told || asksForNewest ? null
        : last.IsOfSeveral ? "no rivals" : "one side";

    /// <summary>The sides of each disagreement that was shown.</summary>
    private IReadOnlyList<IReadOnlyList<Side>> Disputes(Turn turn) => turn.Answer switch
    {
        _ when turn.Claims > 1 => [.. turn.Disputes.Select(disputed => disputed.Sides)],
        Disputed disputed => [disputed.Sides],
        Changed changed => [changed.Steps],
        Told told when turn.IsOfSeveral => [.. rivals.Among(told.Found).Select(dispute => dispute.Select(SideOf).ToList())],
        _ => [],
    };

    private static Side SideOf(Statement statement) => new(statement.Text, [statement]);

    /// <summary>A side by the latest of its statements, so that the day over it is that of the words under it.</summary>
    private Side LatestFirst(Side side) => side with { Statements = [.. side.Statements.OrderByDescending(written)] };

    /// <summary>Whether a side is surely later than the others: one of which only the earliest day is known may be as late as any.</summary>
    private bool IsNewest((Side Side, WrittenAt? At) first, IEnumerable<(Side Side, WrittenAt? At)> others) =>
        first.At is { } at && others.All(other => other.At is { } then && then < at && !other.Side.Statements.Any(IsOrLater) && (then.Day < at.Day || !IsOrLater(first.Side.Statements[0])));

    private bool IsOrLater(Statement statement) => written(statement) is { } at && Moment.Of(statement, at).IsEarliest;
}
