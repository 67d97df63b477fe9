using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>
/// Leads from the readable text to the text as received. The two differ where tags, character references, line wraps and boilerplate were
/// taken out; between such places they run side by side.
/// </summary>
public sealed class SourceMap
{
    /// <summary>A run of characters that corresponds to a run of the received text.</summary>
    /// <param name="Text">Offset in the readable text.</param>
    /// <param name="Length">Length there.</param>
    /// <param name="Received">Offset in the received text.</param>
    /// <param name="ReceivedLength">Length there; equal to <paramref name="Length"/> unless the run is one replaced piece (a character reference, say).</param>
    public readonly record struct Run(int Text, int Length, int Received, int ReceivedLength);

    /// <param name="runs">The runs, ascending in both texts, not overlapping.</param>
    /// <exception cref="ArgumentException">The runs are out of order.</exception>
    public SourceMap(IReadOnlyList<Run> runs)
    {
        for (var i = 1; i < runs.Count; i++)
            if (runs[i].Text < runs[i - 1].Text + runs[i - 1].Length || runs[i].Received < runs[i - 1].Received + runs[i - 1].ReceivedLength)
                throw new ArgumentException($"Run {i} of the source map begins before run {i - 1} ends.", nameof(runs));
        Runs = runs;
    }

    /// <summary>The runs in order.</summary>
    public IReadOnlyList<Run> Runs { get; }

    /// <summary>The smallest span of the received text that holds all that <paramref name="span"/> of the readable text was made from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No run covers the span's first and last character.</exception>
    public TextSpan ToReceived(TextSpan span)
    {
        if (span.Length == 0) throw new ArgumentOutOfRangeException(nameof(span), "An empty span stands nowhere.");
        var first = RunAt(span.Start);
        var last = RunAt(span.End - 1);
        var start = first.Length == first.ReceivedLength ? first.Received + span.Start - first.Text : first.Received;
        var end = last.Length == last.ReceivedLength ? last.Received + span.End - last.Text : last.Received + last.ReceivedLength;
        return TextSpan.FromBounds(start, end);
    }

    private Run RunAt(int offset)
    {
        var low = 0;
        var high = Runs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var run = Runs[middle];
            if (offset < run.Text) high = middle - 1;
            else if (offset >= run.Text + run.Length) low = middle + 1;
            else return run;
        }
        throw new ArgumentOutOfRangeException(nameof(offset), offset, "No part of the received text corresponds to this place.");
    }
}
