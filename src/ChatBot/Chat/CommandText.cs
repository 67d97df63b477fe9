namespace ChatBot.Chat;

/// <summary>A message read as a command: <c>/who@TheBot Rutte</c>.</summary>
/// <param name="Name">Without its stroke, in lower case.</param>
/// <param name="Addressee">The bot named behind the @; null where none is.</param>
/// <param name="Argument">What follows, trimmed; may be empty.</param>
internal readonly record struct CommandText(string Name, string? Addressee, string Argument)
{
    /// <summary>Bytes of a command that a button has room for on every platform.</summary>
    public const int LongestButton = 60;

    /// <summary>Whether a button has room for a command.</summary>
    public static bool FitsButton(string command) => System.Text.Encoding.UTF8.GetByteCount(command) <= LongestButton;

    /// <summary>Whether anything follows it that could be read: a letter or a digit.</summary>
    public bool SaysSomething => Argument.Any(char.IsLetterOrDigit);

    /// <summary>Whether it names what it is about by a number, as only buttons do: "id:7", "sent:7 5".</summary>
    public bool IsNumbered => Argument.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Argument[..colon].All(char.IsAsciiLetterLower)
        && colon + 1 < Argument.Length && Argument.Skip(colon + 1).All(c => char.IsAsciiDigit(c) || c == ' ');

    /// <summary>A message without the /ask before a command: "/ask /check …" gives that command.</summary>
    public static string Meant(string message)
    {
        while (Read(message) is { Name: CommandCatalogue.Ask, Argument: ['/', ..] asked } && Read(asked) is not null) message = asked;
        return message;
    }

    /// <summary>Reads a message; null where it is no command.</summary>
    public static CommandText? Read(string message)
    {
        var text = message.AsSpan().TrimStart();
        if (text.Length < 2 || text[0] != '/') return null;
        var end = EndOfName(text, 1);
        if (end == 1) return null;
        var name = text[1..end].ToString().ToLowerInvariant();
        string? addressee = null;
        if (end < text.Length && text[end] == '@')
        {
            var from = end + 1;
            end = EndOfName(text, from);
            addressee = text[from..end].ToString();
        }
        return end == text.Length || char.IsWhiteSpace(text[end]) ? new CommandText(name, addressee, text[end..].Trim().ToString()) : null;
    }

    private static int EndOfName(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || text[from] == '_')) from++;
        return from;
    }
}
