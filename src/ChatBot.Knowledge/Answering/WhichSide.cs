using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Which is right?", "which one is newer?" under values that sources give differently. What is right nobody here decides: the sides are shown by their days, the latest first.</summary>
/// <param name="written">When a statement was made, as far as that is known.</param>
internal sealed class WhichSide(Func<Statement, WrittenAt?> written)
{
    private static readonly PhraseList Right = new("right-side-phrases.txt");

    private static readonly PhraseList Newest = new("newest-side-phrases.txt");

    /// <summary>The sides once more, or the newest of them; null where something else is asked, or the last answer has no sides.</summary>
    public Answer? Read(Question question, Turn last)
    {
        var asksForNewest = Newest.IsAll(Said(question));
        if (!asksForNewest && !AsksWhatIsRight(question)) return null;
        var sides = last.Answer switch { Disputed disputed => disputed.Sides, Changed changed => changed.Steps, _ => [] };
        if (sides.Count < 2) return last.Answer is Told && !asksForNewest ? new SmallTalk("one side") { Question = question } : null;
        var byAge = sides.Select(side => (Side: side, At: side.Statements.Max(written))).OrderByDescending(side => side.At).ToList();
        var read = FollowUps.Shown(question, last).Question;
        var isDated = byAge.TrueForAll(side => side.At is not null) && byAge[0].At > byAge[1].At;
        if (asksForNewest && isDated) return new Told([.. byAge[0].Side.Statements.Select(statement => last.Question.Expects == AnswerType.YesNo ? statement.Plain : statement)]) { Question = read, Confidence = last.Answer.Confidence };
        return new Disputed(null, [.. byAge.Select(side => side.Side)])
        {
            Question = read,
            Confidence = last.Answer.Confidence,
            ByAge = new SidesByAge(asksForNewest, [.. byAge.Select(side => side.At is { } at ? MomentOf(side.Side, at) : (Moment?)null)]),
        };
    }

    /// <summary>Whether it is asked which of several things is right, and nothing else.</summary>
    public static bool AsksWhatIsRight(Question question) => Right.IsAll(Said(question));

    private static List<Token> Said(Question question) => [.. question.Tokens.Where(token => token.Term is not ("and" or "but" or "so" or "then" or "now"))];

    /// <summary>The day of a side: of what was said, of the report, or the earliest that the report can be of.</summary>
    private static Moment MomentOf(Side side, WrittenAt at)
    {
        var isSaid = side.Statements.Any(statement => SaidOn.Of(statement.Fact) == at.Day);
        return new Moment(new DateRange(at.Day, at.Day), !isSaid) { IsEarliest = !isSaid && !side.Statements.Any(statement => statement.Citation.Source.Published == at.Day) };
    }
}
