using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>
/// What happened and is not confirmed yet. Normally an update comes again until it is confirmed, in order; after <see cref="Disorder"/>
/// each is delivered a set number of times, confirmed or not, in any order.
/// </summary>
internal sealed class UpdateQueue(PlatformWorld world)
{
    private static readonly string[] OffByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly List<Entry> entries = [];
    private HashSet<string>? allowed;
    private int next = 500001;
    private int copies = 1;
    private Random? order;

    public int Count => entries.Count;

    /// <summary>How many there have been, confirmed or not.</summary>
    public int Added { get; private set; }

    public IReadOnlyList<string> Allowed => allowed is null ? [] : [.. allowed.Order(StringComparer.Ordinal)];

    public void Allow(IReadOnlyList<string> kinds) => allowed = kinds.Count == 0 ? null : [.. kinds];

    public int Add(string kind, JsonObject content)
    {
        if (allowed is null ? OffByDefault.Contains(kind) : !allowed.Contains(kind))
            return 0;
        return AddRaw(new JsonObject { ["update_id"] = next, [kind] = content });
    }

    /// <summary>An update of any shape; without an update_id it gets the next.</summary>
    /// <returns>The number under which it can be confirmed: its own if that is a number.</returns>
    public int AddRaw(JsonObject update)
    {
        update["update_id"] ??= next;
        var id = update["update_id"] is JsonValue own && own.TryGetValue<int>(out var number) ? number : next;
        entries.Add(new Entry(id, update) { Left = copies });
        next = Math.Max(next, id) + 1;
        Added++;
        world.Changed();
        return id;
    }

    public void Disorder(int deliveries, Random random)
    {
        copies = deliveries;
        order = random;
        foreach (var entry in entries)
            entry.Left = deliveries;
    }

    /// <summary>Begins anew at another number, as the platform may after a quiet week.</summary>
    public void RestartIds(int at) => next = at;

    public void Confirm(long offset)
    {
        if (offset < 0)
            entries.RemoveRange(0, (int)Math.Max(0, entries.Count + offset));
        else if (order is null)
            entries.RemoveAll(entry => entry.Id < offset);
        world.Changed();
    }

    /// <summary>A webhook has taken this one.</summary>
    public void Taken(int id)
    {
        if (order is null)
            entries.RemoveAll(entry => entry.Id == id);
        world.Changed();
    }

    public void Clear() => entries.Clear();

    public IReadOnlyList<JsonObject> Take(int limit)
    {
        if (order is null)
            return [.. entries.Take(limit).Select(entry => (JsonObject)entry.Update.DeepClone())];
        var batch = new List<JsonObject>();
        while (batch.Count < limit && entries.Count > 0)
        {
            var at = order.Next(entries.Count);
            batch.Add((JsonObject)entries[at].Update.DeepClone());
            if (--entries[at].Left <= 0)
            {
                entries[at] = entries[^1];
                entries.RemoveAt(entries.Count - 1);
            }
        }
        return batch;
    }

    private sealed record Entry(int Id, JsonObject Update)
    {
        public int Left { get; set; }
    }
}
