using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>Counts messages and edits in sliding windows; refused ones do not count.</summary>
internal sealed class SendRate(PlatformWorld world)
{
    private readonly Queue<DateTimeOffset> all = new();
    private readonly Dictionary<Room, Queue<DateTimeOffset>> byRoom = [];

    public void Count(Room room)
    {
        if (world.Options.Limits is not { } limits)
            return;
        if (!byRoom.TryGetValue(room, out var own))
            byRoom[room] = own = new Queue<DateTimeOffset>();
        Forget(all, TimeSpan.FromSeconds(1));
        Forget(own, TimeSpan.FromMinutes(1));
        if (all.Count >= limits.AllPerSecond)
            throw ApiError.TooMany(1);
        if (own.Count(sent => world.Now - sent < TimeSpan.FromSeconds(1)) >= limits.ChatPerSecond)
            throw ApiError.TooMany(1);
        if (!room.IsPrivate && own.Count >= limits.GroupPerMinute)
            throw ApiError.TooMany((int)Math.Ceiling((own.Peek() + TimeSpan.FromMinutes(1) - world.Now).TotalSeconds));
        all.Enqueue(world.Now);
        own.Enqueue(world.Now);
    }

    private void Forget(Queue<DateTimeOffset> sent, TimeSpan window)
    {
        while (sent.TryPeek(out var oldest) && world.Now - oldest >= window)
            sent.Dequeue();
    }
}
