namespace ChatBot.TelegramClient.Types;

/// <summary>The part of a message that a reply quotes.</summary>
public sealed record TextQuote
{
    public string Text { get => field ?? ""; init; }
    public int Position { get; init; }

    /// <summary>Marked by a person, not by the server.</summary>
    public bool IsManual { get; init; }
}
