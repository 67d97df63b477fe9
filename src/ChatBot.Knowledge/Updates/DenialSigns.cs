using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>Words by which a sentence says that what others tell isn't so, rather than that it is so no more.</summary>
internal static class DenialSigns
{
    /// <summary>"Denied that it was cancelled", whoever denies it.</summary>
    public static bool In(Fact fact) => fact.Stance == Stance.Denied || Tokenizer.Tokenize(fact.Text).Exists(token => ReportingVerbs.StanceOf(token.Term) == Stance.Denied);

    /// <summary>The same of what a sentence says of one attribute: "has not been moved to Skelby" denies as well.</summary>
    public static bool In(Fact fact, AttributeValue value) => (value.IsDenied || value.Yes == false) && In(fact) || value.IsDenied && MoveSigns.In(fact.Text);
}
