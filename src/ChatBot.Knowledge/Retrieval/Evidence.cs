using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Why a fact stands where it does: one signal, its value, and what it brought.</summary>
/// <param name="Signal">The signal's name, in words ("coverage of the question's words").</param>
/// <param name="Value">Its value for this fact.</param>
/// <param name="Contribution">What it added to (or, below 0, took from) the score.</param>
public readonly record struct Reason(string Signal, double Value, double Contribution);

/// <summary>A fact found for a question.</summary>
public sealed record Evidence
{
    private readonly Func<IReadOnlyList<Reason>> _explain;

    internal Evidence(Fact fact, Document document, double score, double confidence, Func<IReadOnlyList<Reason>> explain)
    {
        (Fact, Document, Score, Confidence) = (fact, document, score, confidence);
        _explain = explain;
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The document it stands in.</summary>
    public Document Document { get; }

    /// <summary>What ranked it, in logits: comparable only between the evidence of one question.</summary>
    public double Score { get; }

    /// <summary>Probability, 0 to 1, that this fact by itself answers the question; calibrated, so comparable between questions.</summary>
    public double Confidence { get; }

    /// <summary>The signals behind the score, the strongest first. Worked out when asked for.</summary>
    public IReadOnlyList<Reason> Reasons => _explain();
}
