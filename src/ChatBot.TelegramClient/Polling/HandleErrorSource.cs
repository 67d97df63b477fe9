namespace ChatBot.TelegramClient.Polling;

/// <summary>What failed while receiving.</summary>
public enum HandleErrorSource
{
    /// <summary>The platform could not be reached, or refused.</summary>
    Polling,

    /// <summary>Another instance polls with the same token.</summary>
    OtherInstance,

    /// <summary>A webhook was set; it has been removed, or will be.</summary>
    Webhook,

    /// <summary>The handler could not store a batch.</summary>
    HandleUpdates,
}
