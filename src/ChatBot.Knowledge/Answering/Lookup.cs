using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>A look-up by command: "/who Rutte", "/number aid".</summary>
/// <param name="Command">The command's name without its stroke, in lower case.</param>
/// <param name="Argument">What follows it; may be empty.</param>
public readonly record struct Lookup(string Command, string Argument)
{
    /// <summary>The name that stands for commands that aren't known here.</summary>
    public const string Unknown = "";

    private static readonly string[] Known = ["ask", "when", "where", "who", "quote", "number", "timeline", "compare"];

    private static readonly FrozenSet<string> Auxiliaries =
        new[] { "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"/when does she arrive", "/who wrote the story", "/who won", "/when when is it": a look-up that is typed as the question that it stands for, in full; null where it only names something.</summary>
    /// <param name="command">When, where or who.</param>
    /// <param name="argument">What is typed behind it.</param>
    public static string? InFull(string command, string argument)
    {
        var words = argument.TrimEnd('?', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words[0].Equals(command, StringComparison.OrdinalIgnoreCase)) words = words[1..];
        return words.Length > 1 && IsVerb(words[0], command) || command == "who" && words.Length == 1 && IrregularForms.IsPast(words[0]) ? $"{char.ToUpperInvariant(command[0])}{command[1..]} {string.Join(' ', words)}?" : null;
    }

    /// <summary>Who did something stands without an auxiliary.</summary>
    private static bool IsVerb(string word, string command) => Auxiliaries.Contains(word.ToLowerInvariant())
        || command == "who" && char.IsAsciiLetterLower(word[0]) && (IrregularForms.IsPast(word) || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>Reads a message as a look-up; null where it is none.</summary>
    public static Lookup? Read(string message)
    {
        var text = message.TrimStart();
        if (text.Length < 2 || text[0] != '/') return null;
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        var command = text[1..end].ToLowerInvariant();
        // "/who@TheBot Rutte" in a group chat.
        if (end < text.Length && text[end] == '@')
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        if (end == 1 || end < text.Length && text[end] == '/') return null; // A path or a stray stroke, no command.
        return new Lookup(Array.IndexOf(Known, command) >= 0 ? command : Unknown, text[end..].Trim());
    }
}
