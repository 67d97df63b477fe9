namespace ChatBot.Simulators.Telegram.World;

/// <summary>A tap or an inline query that waits for its answer.</summary>
internal sealed record PendingQuery(string Id, Account From, DateTimeOffset Asked, Room? Room, bool IsInline)
{
    public TaskCompletionSource<System.Text.Json.Nodes.JsonObject> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
