using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Sentences whose very form answers a question, however few of its words they have: "all 12 member clubs" how many members there are, "is 4 metres deep" how deep it is,
/// "41 seconds ahead" by how much somebody won, "when the next fair will be is to be decided" when that is.
/// </summary>
internal static class ToldPlainly
{
    /// <summary>Between a count and what is counted stand so many words at most ("12 Union member clubs").</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> Winning = [.. new[] { "win", "won", "beat", "lose", "lost", "ahead", "lead", "victory" }.Select(EnglishStemmer.Stem)];

    /// <summary>Whether a sentence answers by its form; null where the question is of no such kind.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (question.Expects == AnswerType.Date && OtherEdition.Asked(question) is { } isOther) return view => OpenMatter.IsOf(question, view) && isOther(view);
        if (question.Expects is AnswerType.Quantity or AnswerType.Any or AnswerType.Thing && FigureNamed(question) is { Count: > 0 } noun) return view => GivesFigureOf(view, noun);
        if (question.Expects != AnswerType.Quantity) return null;
        if (Counted(question) is { } count) return view => IsCountOfAll(view, count.Noun, count.Names);
        if (DimensionAsked.Of(question) is { } adjective && question.Entities is [var measured] && question.Terms.All(term => term.Entity == measured.Id)) return view => IsMeasureOf(question, view, adjective, measured.Id);
        return WonBy(question) is { } winner ? view => GivesMargin(view, winner) : null;
    }

    /// <summary>"What is the speed limit?": the words of what is asked for, two or three and nothing else; null where more is asked.</summary>
    private static List<string>? FigureNamed(Question question)
    {
        if (question.Tokens is not [{ Term: "what" or "what's" or "whats" }, ..] || question.CarriedTerms.Count > 0) return null;
        var words = question.Tokens.SkipWhile(token => token.Term is "what" or "what's" or "whats" or "is" or "was" or "the").ToList();
        return words.Count is 2 or 3 && words.TrueForAll(word => word is { IsStopWord: false, IsNumber: false }) ? words.ConvertAll(word => word.Stem) : null;
    }

    /// <summary>"A speed limit of six knots", "prize money comes to 60,000 euros": the words together, and a figure right behind.</summary>
    private static bool GivesFigureOf(FactView view, List<string> noun)
    {
        for (var i = 0; i + noun.Count < view.Tokens.Count; i++)
        {
            if (!noun.Select((stem, k) => view.Tokens[i + k].Stem == stem).All(same => same)) continue;
            var end = view.Tokens[i + noun.Count - 1].Span.End;
            foreach (var figure in view.Fact.Quantities)
                if (figure.Span.Start >= end && view.Tokens.Where(token => token.Span.Start >= end && token.Span.End <= figure.Span.Start).All(token => Linking.Contains(token.Term))) return true;
        }
        return false;
    }

    /// <summary>What may stand between a thing and its figure.</summary>
    private static readonly HashSet<string> Linking = new(StringComparer.Ordinal) { "of", "is", "was", "will", "be", "are", "were", "comes", "came", "amounts", "amounted", "stands", "stood", "to", "at", "about", "some", "now", "totals", "$", "€", "£" };

    /// <summary>"How many members does the union have?": the noun that is counted, of the body or event that is named, and nothing else.</summary>
    private static (string Noun, HashSet<string> Names)? Counted(Question question)
    {
        if (question.Focus is not { } focus || question.Tokens is not [{ Term: "how" }, { Term: "many" }, ..] || question.Entities is not [{ Kind: EntityKind.Organisation or EntityKind.Event } whole]) return null;
        return question.Terms.All(term => term.Entity == whole.Id || term.Stem == focus) ? (focus, question.Tokens.Where(token => whole.Span.Contains(token.Span) && !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal)) : null;
    }

    /// <summary>"All 12 Union member clubs", "the Union's 12 members", "its 12 members": not "12 members voted for it", who may be some of them.</summary>
    private static bool IsCountOfAll(FactView view, string noun, HashSet<string> names)
    {
        foreach (var figure in view.Fact.Quantities)
        {
            var first = view.Tokens.FindIndex(token => token.Span.Overlaps(figure.Span));
            if (first < 1 || view.Fact.Denies(figure.Span)) continue;
            var before = view.Tokens[first - 1];
            var isOwned = (before.Traits & TokenTraits.Possessive) != 0 && names.Contains(before.Stem);
            var counted = view.Tokens.Skip(first + 1).TakeWhile(token => token.Span.Start < figure.Span.End || !token.IsStopWord).Take(Reach).ToList();
            var isNamed = counted.Exists(token => names.Contains(token.Stem));
            if (counted.Exists(token => token.Stem == noun) && (isOwned || isNamed && before.Term is "all" or "the")) return true;
        }
        return false;
    }

    /// <summary>"The lake is 4 metres deep", or "it is 4 metres deep" behind a sentence on the lake.</summary>
    private static bool IsMeasureOf(Question question, FactView view, string adjective, EntityId measured)
    {
        foreach (var figure in view.Fact.Quantities)
        {
            var behind = view.Tokens.FindIndex(token => token.Span.Start >= figure.Span.End);
            if (behind < 0 || view.Tokens[behind].Term != adjective || !DimensionAsked.Fits(question, view, figure)) continue;
            if (IsSubject(view, measured) || view.Tokens[0].Term == "it" && Array.IndexOf(view.PointsBackTo.Entities, measured) >= 0) return true;
        }
        return false;
    }

    /// <summary>A sentence that begins with a name is of what it names.</summary>
    private static bool IsSubject(FactView view, EntityId id) => view.Fact.Entities.Count > 0 && view.Fact.Entities.MinBy(named => named.Span.Start).Id == id;

    /// <summary>"By how much did Holm win?": whoever won; null where no margin is asked for.</summary>
    private static EntityId? WonBy(Question question)
    {
        var by = question.Tokens.Any(token => token.Term == "by") || question.Tokens.Any(token => token.Term == "ahead");
        return by && (question.Tokens.Any(token => Winning.Contains(token.Stem)) || question.Terms.Any(term => Winning.Contains(term.Stem))) && question.Entities.FirstOrDefault(named => named.Kind == EntityKind.Person) is { Span.Length: > 0 } winner ? winner.Id : null;
    }

    /// <summary>"Holm was 4 seconds ahead", "her boat came in 4 seconds ahead" behind a sentence on her.</summary>
    private static bool GivesMargin(FactView view, EntityId winner)
    {
        if (!IsSubject(view, winner) && Array.IndexOf(view.PointsBackTo.Entities, winner) < 0) return false;
        foreach (var figure in view.Fact.Quantities)
        {
            var behind = view.Tokens.FindIndex(token => token.Span.Start >= figure.Span.End);
            var first = view.Tokens.FindIndex(token => token.Span.Overlaps(figure.Span));
            if (behind > 0 && view.Tokens[behind].Term == "ahead" || first > 0 && view.Tokens[first - 1].Term == "by" && view.Tokens.Take(first).Any(token => Winning.Contains(token.Stem))) return true;
        }
        return false;
    }
}
