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
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Unspecific = new[]
    {
        "last", "next", "main", "first", "second", "third", "new", "old", "annual", "upcoming", "joint", "recent", "previous", "latest", "other", "another", "big",
        "great", "entire", "whole", "same", "final", "special", "light", "good", "earlier", "later", "coming", "year", "day", "week",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Leading = new[] { "exercise", "operation", "expo", "festival", "mission", "storm", "hurricane", "cyclone" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether names of events begin with the word ("Exercise Grey Lantern").</summary>
    public static bool LeadsName(string term) => Leading.Contains(term);

    /// <summary>Whether a word is such a noun.</summary>
    public static bool Contains(Token token) => Nouns.Contains(token.Term);

    /// <summary>Whether a word before such a noun makes it one of its own ("opening ceremony", but not "last race").</summary>
    public static bool Specifies(Token token) =>
        !token.IsStopWord && !token.IsNumber && !token.IsCapitalised && token.Traits == TokenTraits.None && token.Term.Length > 3 && !Unspecific.Contains(token.Term)
        && !token.Term.EndsWith("ed", StringComparison.Ordinal);
}
