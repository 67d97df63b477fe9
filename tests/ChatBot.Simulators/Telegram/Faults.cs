namespace ChatBot.Simulators.Telegram;

/// <summary>What shall go wrong, by method; names are compared without regard to case.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Fault>> once = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The next calls of the method meet these faults, one each.</summary>
    public void Next(string method, params ReadOnlySpan<Fault> faults)
    {
        lock (gate)
        {
            if (!once.TryGetValue(method, out var queue))
                once[method] = queue = new Queue<Fault>();
            foreach (var fault in faults)
                queue.Enqueue(fault);
        }
    }

    internal Fault? Take(string method)
    {
        lock (gate)
            return once.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
    }
}
