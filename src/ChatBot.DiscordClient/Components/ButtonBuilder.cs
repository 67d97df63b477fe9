namespace ChatBot.DiscordClient.Components;

/// <summary>A button: one that tells the bot (a custom id) or one that opens an address (a URL), never both.</summary>
public static class ButtonBuilder
{
    public const int MaxLabelLength = 80;
    public const int MaxUrlLength = 512;

    public static MessageComponent Create(string label, string customId, ButtonStyle style = ButtonStyle.Secondary, string? emoji = null, bool disabled = false) => new()
    {
        Type = ComponentType.Button,
        Style = (int)style,
        Label = label.Length == 0 && emoji is not null ? null : ComponentLimits.Text("button label", label, 1, MaxLabelLength),
        CustomId = ComponentLimits.CustomId(customId),
        Emoji = emoji is null ? null : new Emoji(emoji),
        Disabled = disabled ? true : null,
    };

    public static MessageComponent CreateLink(string label, string url) => new()
    {
        Type = ComponentType.Button,
        Style = (int)ButtonStyle.Link,
        Label = ComponentLimits.Text("button label", label, 1, MaxLabelLength),
        Url = ComponentLimits.Text("button address", url, 1, MaxUrlLength),
    };
}
