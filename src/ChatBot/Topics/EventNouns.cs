using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Topics;

/// <summary>English nouns for what happens at a time and place: by them a draft tells events from other names.</summary>
internal static class EventNouns
{
    private static readonly FrozenSet<string> Nouns = new[]
    {
        "summit", "exercise", "drill", "evacuation", "opening", "inauguration", "strike", "protest", "tour", "visit", "conference", "congress", "forum", "meeting", "talks", "festival", "fair", "exhibition", "expo", "regatta", "race", "cup", "trophy",
        "championship", "tournament", "games", "match", "marathon", "election", "referendum", "ceremony", "concert", "parade", "gala", "premiere",
        "speech", "interview", "hearing", "trial", "launch", "briefing", "session", "workshop", "hackathon", "assembly", "convention", "rally", "auction",
        "demolition", "unveiling", "handover", "funeral", "wedding", "coronation", "procession", "pageant", "airshow",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that mean an event only at the end of a name: "Lantern Week", but not "next week".</summary>
    private static readonly FrozenSet<string> InNames = new[]
    {
        "week", "weekend", "day", "days", "night", "nights", "awards", "carnival", "show", "biennale", "prix", "ball", "jubilee", "symposium", "olympics", "market", "open", "masters", "derby",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns by which any such event is called for short: the "festival" may be Lantern Week, a "concert" is hardly ever all of it.</summary>
    private static readonly FrozenSet<string> General = new[]
    {
        "summit", "exercise", "drill", "conference", "congress", "forum", "festival", "fair", "exhibition", "expo", "regatta", "race", "championship", "tournament", "games", "marathon", "convention", "event", "carnival",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unspecific = new[]
    {
        "last", "next", "main", "first", "second", "third", "new", "old", "annual", "upcoming", "joint", "recent", "previous", "latest", "other", "another", "big",
        "great", "entire", "whole", "same", "final", "special", "light", "good", "earlier", "later", "coming", "year", "day", "week",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Leading = new[] { "exercise", "operation", "expo", "festival", "mission", "storm", "hurricane", "cyclone" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether names of events begin with the word ("Exercise Grey Lantern").</summary>
    public static bool LeadsName(string term) => Leading.Contains(term);

    /// <summary>Whether a name that ends in the word is an event's.</summary>
    public static bool EndsName(string term) => Nouns.Contains(term) || InNames.Contains(term);

    /// <summary>Whether an event of whatever name is called so for short.</summary>
    public static bool IsGeneral(string term) => General.Contains(term);

    /// <summary>Whether a word is such a noun.</summary>
    public static bool Contains(Token token) => Nouns.Contains(token.Term);

    /// <summary>Whether a word before such a noun makes it one of its own ("opening ceremony", but not "last race").</summary>
    public static bool Specifies(Token token) =>
        !token.IsStopWord && !token.IsNumber && !token.IsCapitalised && token.Traits == TokenTraits.None && token.Term.Length > 3 && !Unspecific.Contains(token.Term)
        && !token.Term.EndsWith("ed", StringComparison.Ordinal);
}
