namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>A text and what is formatted in it, outer entities before inner ones.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public string Slice(TextEntity entity) => Text.Substring(entity.Offset, entity.Length);

    public bool SameAs(FormattedText other) => Text == other.Text && Entities.SequenceEqual(other.Entities);
}
