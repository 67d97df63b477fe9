using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>"The sum was corrected: it is 130 million, not 150 million": what corrects a figure and names nothing of its own speaks of whatever has that figure.</summary>
internal static class Correcting
{
    private static readonly FrozenSet<string> Words = LanguageData.Stems("correcting-words.txt");

    /// <summary>Whether <paramref name="correction"/> says of a value of another sentence that it holds no longer, and has no word of its own but those of correcting and of who says so.</summary>
    public static bool SpeaksOf(FactView correction, FactView corrected)
    {
        if (correction.Fact.Replaced.Count == 0) return false;
        foreach (var token in correction.Tokens)
            if (!token.IsStopWord && !token.IsNumber && !Words.Contains(token.Stem) && !corrected.Stems.Contains(token.Stem) && !IsOfSpeaker(correction, token) && !IsValue(correction, token)) return false;
        return correction.Tokens.Exists(token => Words.Contains(token.Stem));
    }

    private static bool IsOfSpeaker(FactView view, Token token) => view.Fact.Entities.Any(mention => mention.Span.Contains(token.Span) && (mention.Id == view.Fact.Attribution.Speaker || mention.Span.Start == view.Tokens.First(first => !first.IsStopWord).Span.Start));

    private static bool IsValue(FactView view, Token token) => view.Fact.Quantities.Any(figure => figure.Span.Contains(token.Span)) || view.Fact.Dates.Any(date => date.Span.Contains(token.Span)) || view.Fact.Times.Any(time => time.Span.Contains(token.Span));
}
