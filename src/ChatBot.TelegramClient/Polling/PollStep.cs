namespace ChatBot.TelegramClient.Polling;

/// <summary>What to do before the next poll.</summary>
/// <param name="Pause">How long to wait; zero: at once.</param>
/// <param name="RemoveWebhook">Call deleteWebhook first.</param>
/// <param name="Stop">There is no point in going on.</param>
public readonly record struct PollStep(TimeSpan Pause, bool RemoveWebhook = false, bool Stop = false);
