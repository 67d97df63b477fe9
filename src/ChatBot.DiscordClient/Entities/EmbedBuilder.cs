namespace ChatBot.DiscordClient.Entities;

/// <summary>Collects the parts of an embed; <see cref="Build"/> refuses what Discord would refuse, and says which part.</summary>
public sealed class EmbedBuilder
{
    public const int MaxTitleLength = 256;
    public const int MaxDescriptionLength = 4096;
    public const int MaxFieldCount = 25;
    public const int MaxFieldNameLength = 256;
    public const int MaxFieldValueLength = 1024;
    public const int MaxFooterLength = 2048;
    public const int MaxAuthorLength = 256;
    public const int MaxEmbedLength = 6000;

    private readonly List<EmbedField> _fields = [];
    private Embed _embed = new();

    public EmbedBuilder WithTitle(string title) => With(_embed with { Title = title });

    public EmbedBuilder WithDescription(string description) => With(_embed with { Description = description });

    public EmbedBuilder WithUrl(string url) => With(_embed with { Url = url });

    public EmbedBuilder WithTimestamp(DateTimeOffset timestamp) => With(_embed with { Timestamp = timestamp });

    public EmbedBuilder WithColor(int rgb) => With(_embed with { Color = rgb });

    public EmbedBuilder WithFooter(string text) => With(_embed with { Footer = new EmbedFooter(text) });

    public EmbedBuilder WithAuthor(string name, string? url = null) => With(_embed with { Author = new EmbedAuthor(name, url) });

    public EmbedBuilder AddField(string name, string value, bool inline = false)
    {
        _fields.Add(new EmbedField(name, value, inline));
        return this;
    }

    /// <exception cref="InvalidOperationException">A part is longer than Discord allows.</exception>
    public Embed Build()
    {
        Limit("title", _embed.Title, MaxTitleLength);
        Limit("description", _embed.Description, MaxDescriptionLength);
        Limit("footer", _embed.Footer?.Text, MaxFooterLength);
        Limit("author", _embed.Author?.Name, MaxAuthorLength);
        if (_fields.Count > MaxFieldCount)
            throw new InvalidOperationException($"An embed has at most {MaxFieldCount} fields; this one has {_fields.Count}.");
        foreach (var field in _fields)
        {
            Limit("field name", field.Name, MaxFieldNameLength, atLeast: 1);
            Limit("field value", field.Value, MaxFieldValueLength, atLeast: 1);
        }
        var embed = _fields.Count == 0 ? _embed : _embed with { Fields = [.. _fields] };
        return embed.Length <= MaxEmbedLength ? embed
            : throw new InvalidOperationException($"An embed holds at most {MaxEmbedLength} characters; this one has {embed.Length}.");
    }

    private EmbedBuilder With(Embed embed)
    {
        _embed = embed;
        return this;
    }

    private static void Limit(string part, string? text, int atMost, int atLeast = 0)
    {
        if (text is not null && (text.Length > atMost || text.Length < atLeast))
            throw new InvalidOperationException($"An embed's {part} has {atLeast} to {atMost} characters; this one has {text.Length}.");
    }
}
