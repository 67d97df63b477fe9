namespace ChatBot.TelegramClient.Types;

/// <summary>What is shown below a message for the links in it.</summary>
public sealed record LinkPreviewOptions
{
    public static readonly LinkPreviewOptions Off = new() { IsDisabled = true };

    public bool? IsDisabled { get; init; }
    public string? Url { get; init; }
    public bool? PreferSmallMedia { get; init; }
}
