namespace ChatBot.DiscordClient.Gateway;

/// <summary>Why a client stopped for good. <see cref="Reason"/> is for the operator, null if it was asked to stop.</summary>
public sealed record GatewayStop(int? CloseCode, string? Reason)
{
    public static GatewayStop Asked { get; } = new(null, null);

    /// <summary>Starting again changes nothing until someone has changed a setting.</summary>
    public bool IsFatal => Reason is not null;
}
