using System.Globalization;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>How a fact stands to a claim.</summary>
internal enum Relation
{
    /// <summary>It says nothing of it.</summary>
    None,

    /// <summary>It says so.</summary>
    Says,

    /// <summary>It says so only as a report that may not be true.</summary>
    Reports,

    /// <summary>It says otherwise.</summary>
    SaysOtherwise,
}

/// <summary>A fact beside a claim.</summary>
/// <param name="View">The fact.</param>
/// <param name="Relation">How it stands to the claim.</param>
/// <param name="Coverage">Share of the claim's content that it carries, 0 to 1; without the part in which they differ.</param>
/// <param name="Differs">In what they differ: "date", "place", "figure", "polarity", "office"; null where they don't.</param>
/// <param name="Value">The words of the fact that decide, or null.</param>
/// <param name="Attribute">The topic's attribute that both fill, or null.</param>
internal sealed record Comparison(FactView View, Relation Relation, double Coverage, string? Differs, TextSpan? Value, string? Attribute)
{
    /// <summary>What a fact lacks that it would have to carry.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>For an explanation on demand.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{View.Fact.Id.Document} {View.Fact.Locator}: {Relation} {Coverage:0.00} {Differs} {Attribute} lacks [{string.Join(", ", Lacks)}]");
}
