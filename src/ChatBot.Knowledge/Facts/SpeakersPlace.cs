using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells where whoever says a thing sits from where the thing is: "the office in Arden said".</summary>
public static class SpeakersPlace
{
    /// <summary>Whether a reporting verb follows the name of a place at once, without a comma between.</summary>
    /// <param name="end">Where the name ends.</param>
    /// <param name="tokens">The words of the sentence, their places counted from where <paramref name="end"/> is.</param>
    public static bool EndsAt(int end, IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
            if (token.Span.Start >= end) return token.Span.Start == end + 1 && ReportingVerbs.StanceOf(token.Term) is not null;
        return false;
    }
}
