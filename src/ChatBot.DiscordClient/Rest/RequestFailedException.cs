namespace ChatBot.DiscordClient.Rest;

/// <summary>A request that brought no answer.</summary>
public sealed class RequestFailedException(string message, bool mayHaveHappened) : Exception(message)
{
    public bool MayHaveHappened { get; } = mayHaveHappened;
}
