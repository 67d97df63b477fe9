namespace ChatBot.Knowledge.Answering;

/// <summary>A look-up by command: "/who Rutte", "/number aid".</summary>
/// <param name="Command">The command's name without its stroke, in lower case.</param>
/// <param name="Argument">What follows it; may be empty.</param>
public readonly record struct Lookup(string Command, string Argument)
{
    /// <summary>The name that stands for commands that aren't known here.</summary>
    public const string Unknown = "";

    private static readonly string[] Known = ["ask", "when", "where", "who", "quote", "number", "timeline", "compare"];

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
