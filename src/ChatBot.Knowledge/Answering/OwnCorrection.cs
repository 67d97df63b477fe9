using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Correction: 14 boards stand in the library": an outlet that says so has changed its own word, and disagrees with nobody.</summary>
internal static class OwnCorrection
{
    /// <summary>Whether a sentence calls itself a correction, and the other is of the same outlet.</summary>
    /// <param name="correction">The sentence.</param>
    /// <param name="other">The other, which came before it.</param>
    public static bool Is(FactView correction, FactView other) =>
        correction.Tokens is [{ Term: "correction" or "corrected" or "clarification" or "erratum" }, ..] && correction.Document.Source.Publisher is { } outlet && other.Document.Source.Publisher is { } same && OutletName.AreSame(outlet, same) && correction.Document.Id != other.Document.Id;
}
