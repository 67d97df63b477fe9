using System.Diagnostics.CodeAnalysis;

namespace ChatBot.Knowledge.Documents;

/// <summary>Names one document: 1 to 100 characters of a–z, 0–9, dot, hyphen and underscore, beginning with a letter or digit.</summary>
public readonly record struct DocumentId
{
    private readonly string? _value;

    private DocumentId(string value) => _value = value;

    /// <summary>The id as text.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not an id; the message says what an id may hold.</exception>
    public static DocumentId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a document id: 1 to 100 characters of a-z, 0-9, '.', '-' and '_', beginning with a letter or digit.");

    /// <summary>Reads an id; false where <paramref name="text"/> is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DocumentId id)
    {
        id = default;
        if (text is not { Length: >= 1 and <= 100 } || !char.IsAsciiLetterOrDigit(text[0])) return false;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_')) return false;
        id = new DocumentId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
