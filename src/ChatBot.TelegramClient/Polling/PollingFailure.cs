namespace ChatBot.TelegramClient.Polling;

/// <summary>Something that went wrong while receiving.</summary>
/// <param name="Source">Where.</param>
/// <param name="Exception">What; without the token.</param>
/// <param name="InARow">How many polls have failed since one worked, this one included.</param>
/// <param name="NextPoll">How long the receiver now waits.</param>
public sealed record PollingFailure(HandleErrorSource Source, Exception Exception, int InARow, TimeSpan NextPoll);
