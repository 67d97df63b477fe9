using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>Readable text together with where each character of it was received.</summary>
internal sealed record MappedText(string Text, IReadOnlyList<SourceMap.Run> Runs)
{
    /// <summary>The span of the received text from the first character's origin to the last one's.</summary>
    public TextSpan Received => Runs.Count == 0
        ? default
        : TextSpan.FromBounds(Runs[0].Received, Runs[^1].Received + Runs[^1].ReceivedLength);

    /// <summary>The first <paramref name="length"/> characters.</summary>
    public MappedText Start(int length)
    {
        var runs = new List<SourceMap.Run>();
        foreach (var run in Runs)
        {
            if (run.Text >= length) break;
            var cut = Math.Min(run.Length, length - run.Text);
            runs.Add(cut == run.Length ? run : run with { Length = cut, ReceivedLength = run.Length == run.ReceivedLength ? cut : run.ReceivedLength });
        }
        return new MappedText(Text[..length], runs);
    }
}
