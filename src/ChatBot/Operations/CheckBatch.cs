using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Questions;

namespace ChatBot.Operations;

/// <summary>One line of a claim file.</summary>
public sealed record BatchClaim(string Id, string Claim);

/// <summary>One line of a verdict file.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Verdict"><c>supported</c>, <c>contradicted</c>, <c>disputed</c> or <c>not-found</c>.</param>
/// <param name="Text">The reply without its source list.</param>
/// <param name="Citations">The documents that decide; both sides' where they don't agree.</param>
/// <param name="Micros">Engine time in microseconds.</param>
public sealed record BatchVerdict(string Id, string Verdict, string Text, IReadOnlyList<string> Citations, double Micros);

/// <summary>Checks claim files, for measuring.</summary>
public static class CheckBatch
{
    /// <summary>The verdict on one line. A message of several claims is as good as its worst: one contradicted, disputed or not found makes it so, in this order.</summary>
    public static BatchVerdict Check(BatchClaim line, KnowledgeBase knowledge)
    {
        var started = Stopwatch.GetTimestamp();
        var (claims, reply, _) = ClaimHandler.Handle(line.Claim, knowledge);
        var micros = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        return new BatchVerdict(line.Id, Name(Overall(claims)), PlainReplyWriter.WriteText(reply), [.. reply.Sources.Select(s => s.Document).Distinct()], Math.Round(micros, 1));
    }

    /// <summary>The verdict on a message of several claims.</summary>
    public static Verdict Overall(IReadOnlyList<CheckedClaim> claims)
    {
        Verdict[] worstFirst = [Verdict.Contradicted, Verdict.Disputed, Verdict.NotFound, Verdict.Supported];
        foreach (var verdict in worstFirst)
            if (claims.Any(c => c.Verdict == verdict)) return verdict;
        return Verdict.NotFound;
    }

    /// <summary>The names of the verdicts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Verdict>().Select(Name)];

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.Contradicted => "contradicted",
        Verdict.Disputed => "disputed",
        Verdict.NotFound => "not-found",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "An unknown verdict."),
    };
}

/// <summary>JSON of the claim and verdict files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(BatchClaim))]
[JsonSerializable(typeof(BatchVerdict))]
internal sealed partial class CheckJson : JsonSerializerContext;
