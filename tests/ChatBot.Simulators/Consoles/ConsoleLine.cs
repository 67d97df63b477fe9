namespace ChatBot.Simulators.Consoles;

/// <summary>A line typed at the console: a message, or after a colon something else to do. Two colons begin a message with one.</summary>
internal abstract record ConsoleLine
{
    private ConsoleLine()
    {
    }

    /// <summary>Words for the chat.</summary>
    public sealed record Message(string Text) : ConsoleLine;

    /// <summary>A command of the console.</summary>
    /// <param name="Command">In lower case, without the colon.</param>
    /// <param name="Argument">What follows, trimmed.</param>
    public sealed record Act(string Command, string Argument) : ConsoleLine
    {
        /// <summary>The argument's first word and what follows it, both perhaps empty.</summary>
        public (string First, string Remainder) Split()
        {
            var end = Argument.IndexOf(' ', StringComparison.Ordinal);
            return end < 0 ? (Argument, "") : (Argument[..end], Argument[(end + 1)..].Trim());
        }
    }

    /// <returns>Null for an empty line.</returns>
    public static ConsoleLine? Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0) return null;
        if (text.StartsWith("::", StringComparison.Ordinal)) return new Message(text[1..]);
        // A face made of a colon is no command.
        if (text[0] != ':' || text.Length == 1 || !char.IsAsciiLetter(text[1])) return new Message(text);
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? new Act(text[1..].ToLowerInvariant(), "") : new Act(text[1..end].ToLowerInvariant(), text[end..].Trim());
    }
}
