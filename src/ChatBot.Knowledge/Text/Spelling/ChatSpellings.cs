using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>What people type for short in chats ("tmrw", "wheres") and what they mean, from <c>chat-spellings.txt</c>.</summary>
public static class ChatSpellings
{
    private static readonly FrozenDictionary<string, string> Meanings = LanguageData.Lines("chat-spellings.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>All short forms, folded.</summary>
    public static IReadOnlyCollection<string> Forms => Meanings.Keys;

    /// <summary>The word or words that a folded short form stands for, or null where it is none.</summary>
    public static string? Meaning(string folded) => Meanings.GetValueOrDefault(folded);
}
