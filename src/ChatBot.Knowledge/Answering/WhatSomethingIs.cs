using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What is the Kite Union?": told by a sentence that says what it is ("is a club of …", "the club …", ", a club of …"), not by one that names it.</summary>
internal static class WhatSomethingIs
{
    private static readonly string[] Describing = [" is a ", " is an ", " is the ", " is one ", " are ", " was a ", " was the ", ", a ", ", an ", ", the ", ", which "];

    /// <summary>Whether a sentence tells it; null where what a body is isn't all that is asked.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (question.Tokens is not ([{ Term: "what" }, { Term: "is" or "are" }, ..] or [{ Term: "what's" or "whats" }, ..])) return null;
        if (question.Entities is not [{ Kind: EntityKind.Organisation } asked] || question.Terms.Any(term => term.Entity is null && !question.Tokens.Any(token => token.Stem == term.Stem && asked.Span.Contains(token.Span)))) return null;
        return view => view.Fact.Entities.Any(named => named.Id == asked.Id && IsDescribed(view, named));
    }

    private static bool IsDescribed(FactView view, EntityMention named)
    {
        var behind = view.Document.Text.AsSpan(named.Span.End, Math.Max(0, view.Fact.Span.End - named.Span.End));
        foreach (var link in Describing)
            if (behind.StartsWith(link) && behind.Length > link.Length && char.IsLower(behind[link.Length])) return true;
        return IsBehindNoun(view.Tokens, view.Tokens.FindIndex(token => token.Span.Start >= named.Span.Start));
    }

    /// <summary>"The newsletter Bilge", "Norland's news agency NNA", "the Arden-based agency NNA": what it is stands right before the name.</summary>
    private static bool IsBehindNoun(List<Token> tokens, int name)
    {
        var first = name;
        while (first > 0 && tokens[first - 1] is { IsStopWord: false, IsNumber: false, IsCapitalised: false } noun && (noun.Traits & TokenTraits.Possessive) == 0) first--;
        return first > 0 && first < name && (tokens[first - 1].Term is "the" or "a" or "an" || tokens[first - 1].IsCapitalised || (tokens[first - 1].Traits & TokenTraits.Possessive) != 0);
    }
}
