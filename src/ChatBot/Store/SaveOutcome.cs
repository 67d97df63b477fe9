using ChatBot.Knowledge.Documents;

namespace ChatBot.Store;

/// <summary>What saving a document did.</summary>
internal enum SaveEffect
{
    /// <summary>The store didn't have it.</summary>
    Added,

    /// <summary>Its text or source differs from the version in the store, which is kept as an old one.</summary>
    Revised,

    /// <summary>It had been taken out of use, and is back with the text it had.</summary>
    Restored,

    /// <summary>The same text; its facts were drawn anew, because the topic or the engine changed.</summary>
    Redrawn,

    /// <summary>The same text and the same basis: nothing was written.</summary>
    Unchanged,

    /// <summary>It came another way and may not be replaced by this one; nothing was written.</summary>
    Kept,
}

/// <summary>What saving one document did.</summary>
/// <param name="Id">The document.</param>
/// <param name="Effect">What happened.</param>
/// <param name="Version">The version that is now current, counted from 1.</param>
internal readonly record struct SaveOutcome(DocumentId Id, SaveEffect Effect, int Version)
{
    /// <summary>Whether the store has other content now, or other facts.</summary>
    public bool HasChanged => Effect is SaveEffect.Added or SaveEffect.Revised or SaveEffect.Restored or SaveEffect.Redrawn;

    /// <summary>Of a document that was <see cref="SaveEffect.Kept"/>: which way it came.</summary>
    public string? KeptOrigin { get; init; }
}
