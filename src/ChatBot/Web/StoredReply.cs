using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Web;

/// <summary>What became of a document that was handed in, for programs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that is now current, from 1; null where nothing was stored because the same text is there under another name.</param>
/// <param name="Effect">added, revised, redrawn (the same text, its facts drawn anew) or unchanged.</param>
/// <param name="Facts">The facts drawn from it.</param>
/// <param name="Conflicts">Where it says otherwise than documents known before, or than its own last version.</param>
/// <param name="Warnings">What its sender should know: a guessed encoding, a date taken from the name.</param>
internal sealed record StoredReply(string Id, int? Version, string Effect, IReadOnlyList<StoredReply.Fact> Facts, IReadOnlyList<StoredReply.Conflict> Conflicts, IReadOnlyList<string> Warnings)
{
    public static StoredReply Of(IntakeReport report, SaveOutcome outcome, IReadOnlyList<string> warnings) => new(
        outcome.Id.Value, outcome.Version, outcome.Effect.ToString().ToLowerInvariant(), [.. report.Documents[0].Facts.Select(fact => new Fact(fact.Locator.ToString(), fact.Text))],
        [.. report.FindConflicts().Select(conflict => new Conflict(conflict.About, conflict.Value, conflict.OtherValue, conflict.OtherDocument.Value))], warnings);

    /// <summary>The reply to a document without a name whose text is stored already; its version is the one that is current, whichever that is.</summary>
    public static StoredReply AlreadyThere(DocumentId id, IReadOnlyList<Knowledge.Facts.Fact> facts) => new(
        id.Value, null, SaveEffect.Unchanged.ToString().ToLowerInvariant(), [.. facts.Select(fact => new Fact(fact.Locator.ToString(), fact.Text))], [], [$"The same text is there already, as the document '{id}'."]);

    public string ToJson() => JsonSerializer.Serialize(this, StoredReplyJson.Readable.StoredReply);

    /// <summary>A fact: its place in the document and its words.</summary>
    internal sealed record Fact(string Place, string Text);

    /// <summary>Another word on the same thing: what of (null where it is no attribute of the topic), this document's words, the other's, and which other.</summary>
    internal sealed record Conflict(string? About, string Value, string OtherValue, string OtherDocument);
}

/// <summary>Why a request was refused, as RFC 9457 has it.</summary>
internal sealed record ProblemReply(string Title, int Status, string Detail)
{
    public string ToJson() => JsonSerializer.Serialize(this, StoredReplyJson.Readable.ProblemReply);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredReply))]
[JsonSerializable(typeof(ProblemReply))]
internal sealed partial class StoredReplyJson : JsonSerializerContext
{
    /// <summary>With letters as they are: these answers are read by people, and never as markup.</summary>
    public static StoredReplyJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
