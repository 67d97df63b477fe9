namespace ChatBot.Knowledge.Documents;

/// <summary>A document as it arrives, before anything is known of it.</summary>
/// <param name="Bytes">The bytes as received.</param>
/// <param name="Name">The file name or address it came from; used for its format, its id and, where the page states no date, its date.</param>
public sealed record DocumentInput(ReadOnlyMemory<byte> Bytes, string Name)
{
    /// <summary>The content type that came with it (<c>text/html; charset=utf-8</c>), if any.</summary>
    public string? ContentType { get; init; }

    /// <summary>The id to give it; null takes the id from the front matter or the name.</summary>
    public DocumentId? Id { get; init; }

    /// <summary>The day it was received; told in a note where the document states no date, never taken for its date.</summary>
    public DateOnly? Received { get; init; }
}
