namespace ChatBot.Tests.Deliveries;

/// <summary>The machine's time, moved so that it is <paramref name="now"/> at first.</summary>
internal sealed class ShiftedTime(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
