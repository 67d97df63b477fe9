using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;

namespace ChatBot.Knowledge.Claims;

/// <summary>A fact prepared for comparison with claims.</summary>
internal sealed class PreparedFact(FactView view)
{
    public FactView View { get; } = view;

    /// <summary>Words that turn others round.</summary>
    public IReadOnlyList<Negator> Negators { get; } = Relative(view);

    /// <summary>Words that have a contrary.</summary>
    public IReadOnlyList<Opposites.Found> Opposites { get; } = Claims.Opposites.Among(view.Tokens);

    /// <summary>Places it gives.</summary>
    public IReadOnlyList<PlaceGiven> Places { get; } = PlacesGiven.Among(view.Tokens, view.Fact.Entities, isClaim: false);

    /// <summary>Figures it gives.</summary>
    public IReadOnlyList<Amount> Amounts { get; } = [.. view.Fact.Quantities.Select(q => Amount.Read(view.Tokens, q))];

    private static List<Negator> Relative(FactView view) => Negation.Among(view.Document.Text, view.Tokens);
}
