namespace ChatBot.Knowledge.Updates;

/// <summary>What a statement of a new document is to what was known before it.</summary>
public enum NewsKind
{
    /// <summary>It was known: no news.</summary>
    Restated,

    /// <summary>Nothing like it was known.</summary>
    New,

    /// <summary>The world moved on: a value that may change has another one now.</summary>
    Changed,

    /// <summary>It says otherwise than another source, and the two compete.</summary>
    Contradicting,

    /// <summary>A source takes back or corrects what it said.</summary>
    Corrected,
}
