using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>A fact prepared for comparison with claims.</summary>
internal sealed class PreparedFact(FactView view)
{
    public FactView View { get; } = view;

    /// <summary>Words that turn others round.</summary>
    public IReadOnlyList<Negator> Negators { get; } = NegatorsOf(view);

    /// <summary>Words that have a contrary.</summary>
    public IReadOnlyList<Opposites.Found> Opposites { get; } = Text.Opposites.Among(view.Tokens);

    /// <summary>Places it gives.</summary>
    public IReadOnlyList<PlaceGiven> Places { get; } = PlacesGiven.Among(view.Tokens, view.Fact.Entities, isClaim: false);

    /// <summary>Figures it gives.</summary>
    public IReadOnlyList<Amount> Amounts { get; } = [.. view.Fact.Quantities.Select(q => Amount.Read(view.Tokens, q))];

    /// <summary>Figures that it gives in two parts.</summary>
    public IReadOnlyList<Amount> Sums { get; } = SummedFigures.Among(view.Tokens, view.Fact.Quantities);

    /// <summary>Of how many it speaks.</summary>
    public Quantifiers Quantifiers { get; } = Quantifiers.Among(view.Tokens);

    /// <summary>Whether it speaks of somebody or something by a pronoun alone.</summary>
    public bool HasPronoun { get; } = view.Tokens.Skip(IsOpenedByIt(view) ? 1 : 0).Any(t => t.Term is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "him" or "them");

    /// <summary>Where it has, right behind its verb, an "it" that is what the sentence before tells of ("The jury dismissed it"); null where it has none.</summary>
    public int? ObjectBefore { get; } = view.StemsPointedTo.Count == 0 || view.Tokens.FindIndex(token => token.Term == "it") is not (> 1 and var at) ? null
        : view.Tokens[at - 1] is { IsStopWord: false } verb && verb.Term.EndsWith("ed", StringComparison.Ordinal) && view.Tokens[at].Span.Start == verb.Span.End + 1 ? at : null;

    /// <summary>Whether it asks.</summary>
    public bool IsQuestion { get; } = view.Fact.Text.TrimEnd('"', '”', ' ').EndsWith('?');

    /// <summary>Whether it says that a question is open: "When it opens is to be decided in May."</summary>
    public bool IsOpenQuestion { get; } = view.Tokens is [{ Term: "when" or "whether" or "where" or "who" or "how" or "what" }, ..] && view.Tokens.Exists(token => Open.Contains(token.Term));

    /// <summary>Whether it speaks of what is still to come.</summary>
    public bool IsToCome { get; } = view.Fact.Stance == Stance.Expected || view.Tokens.Exists(token => SaidOn.IsAhead(token) || Expecting.Contains(token.Stem));

    /// <summary>Stems of the document's title: what it is about all through.</summary>
    public IReadOnlySet<string> TitleStems { get; } = Tokenizer.Tokenize(view.Document.Source.Title ?? "").Where(t => !t.IsStopWord).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>"It is not true that …": that "it" is nobody.</summary>
    private static bool IsOpenedByIt(FactView view) => view.Tokens is [{ Term: "it" }, ..] && ClauseFrame.In(view.Document.Text, view.Tokens) is not null;

    private static readonly FrozenSet<string> Open = LanguageData.Words("open-words.txt");

    private static readonly FrozenSet<string> Expecting = LanguageData.Stems("expecting-words.txt");

    /// <summary>Where a sentence takes back a value, the rest of it holds; where it takes back none, nothing of that does.</summary>
    private static List<Negator> NegatorsOf(FactView view)
    {
        var negators = Negation.Among(view.Document.Text, view.Tokens);
        if (Retraction.In(view.Document.Text, view.Tokens) is { } retraction && !view.Fact.Replaced.Any(value => value.Start >= view.Tokens[retraction.From].Span.Start && value.End <= view.Tokens[retraction.To - 1].Span.End))
            negators.Add(Negation.Of(retraction));
        return negators;
    }
}
