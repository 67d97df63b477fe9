namespace ChatBot.Knowledge.Facts;

/// <summary>How a statement is put forward.</summary>
public enum Stance
{
    /// <summary>Said as a plain fact, by the document or by a speaker.</summary>
    Stated,

    /// <summary>Made public by those who decide it.</summary>
    Announced,

    /// <summary>Said to be so by those who should know, after doubt or a report.</summary>
    Confirmed,

    /// <summary>Said not to be so.</summary>
    Denied,

    /// <summary>Put forward as something to be done.</summary>
    Proposed,

    /// <summary>Said to be going to happen.</summary>
    Expected,

    /// <summary>Passed on from another outlet or source (<see cref="Attribution.Sources"/>), not vouched for.</summary>
    Reported,
}
