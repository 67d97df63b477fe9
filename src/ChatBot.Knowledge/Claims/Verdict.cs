namespace ChatBot.Knowledge.Claims;

/// <summary>What the documents make of a claim.</summary>
public enum Verdict
{
    /// <summary>No document says so, and none says otherwise.</summary>
    NotFound,

    /// <summary>A document says so.</summary>
    Supported,

    /// <summary>The documents say otherwise.</summary>
    Contradicted,

    /// <summary>The documents disagree on it, a report of it is denied, or it was so and no longer is.</summary>
    Disputed,
}
