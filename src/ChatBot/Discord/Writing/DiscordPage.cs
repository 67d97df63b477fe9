using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.Discord.Writing;

/// <summary>One message to send, its text already Markdown.</summary>
/// <param name="Text">At most <see cref="DiscordReplyWriter.LongestText"/> characters where it stands in no frame, else <see cref="DiscordReplyWriter.LongestFramed"/>.</param>
/// <param name="IsFramed">Whether it stands in a frame (an embed), where links and small letters look right.</param>
/// <param name="Asked">The question above the frame, in plain letters; null for none.</param>
internal sealed record DiscordPage(string Text, bool IsFramed, string? Asked = null)
{
    private const int Blue = 0x5865F2;

    /// <summary>As a message. Nobody is ever pinged.</summary>
    public MessageProperties ToMessage(IReadOnlyList<MessageComponent>? components = null, bool isEphemeral = false) => new()
    {
        Content = IsFramed ? "" : Text,
        Embeds = IsFramed ? [Frame()] : [],
        Components = components ?? [],
        AllowedMentions = AllowedMentions.None,
        Flags = isEphemeral ? MessageFlags.Ephemeral : null,
    };

    private Embed Frame()
    {
        var frame = new EmbedBuilder().WithDescription(Text).WithColor(Blue);
        if (Asked is { Length: > 0 }) frame.WithAuthor(Asked);
        return frame.Build();
    }
}
