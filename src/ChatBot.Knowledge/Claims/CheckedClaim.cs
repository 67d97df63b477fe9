using ChatBot.Knowledge.Answering;

namespace ChatBot.Knowledge.Claims;

/// <summary>A claim with what the documents make of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict; <see cref="Claims.Verdict.NotFound"/> for a question and for an opinion that no document shares.</param>
/// <param name="For">Statements that say so, the best first; at most one a document.</param>
/// <param name="Against">Statements that say otherwise, the best first; at most one a document.</param>
/// <param name="Confidence">How far the deciding statements cover the claim, 0 to 1; 0 where nothing was found.</param>
/// <param name="Reasons">Why, one line for each deciding fact, for an explanation on demand.</param>
public sealed record CheckedClaim(
    Claim Claim, Verdict Verdict, IReadOnlyList<Statement> For, IReadOnlyList<Statement> Against, double Confidence, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether what says so does no more than deny, right behind it, what says otherwise ("Renn denied that").</summary>
    public bool IsOnlyDenied { get; init; }

    /// <summary>The statements that decide, those that say so first.</summary>
    public IEnumerable<Statement> Deciding => For.Concat(Against);
}
