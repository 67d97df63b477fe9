using System.Text.Json.Serialization;

namespace ChatBot.Operations;

/// <summary>A claim with the verdict that is right; one line of a topic's <c>claims.jsonl</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Also">Verdicts that are right as well.</param>
/// <param name="Sources">Documents one of which must be cited; "a|b" means either.</param>
/// <param name="AllSources">Whether every entry of <paramref name="Sources"/> is needed.</param>
/// <param name="Note">For those who keep the file; nothing reads it.</param>
/// <param name="Tags">Likewise.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExpectedVerdict(
    string Id, string Claim, string Verdict, IReadOnlyList<string>? Also = null, IReadOnlyList<string>? Sources = null, bool AllSources = false, string? Note = null, IReadOnlyList<string>? Tags = null)
{
    /// <summary>What keeps a verdict from ever being right, in words with the remedy.</summary>
    public IEnumerable<string> FindFaults() =>
        (Also ?? []).Prepend(Verdict).Where(verdict => !CheckBatch.Names.Contains(verdict)).Select(unknown => $"claim {Id}: '{unknown}' is no verdict; write one of {string.Join(", ", CheckBatch.Names)}.");
}
