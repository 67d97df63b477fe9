using System.Diagnostics.CodeAnalysis;

namespace ChatBot.Questions;

/// <summary>Remembers in memory alone, for a time and no more than so many things; the one set longest ago goes first. Safe for use by many threads.</summary>
/// <param name="most">How many are kept; above 0.</param>
/// <param name="life">How long each is kept after it was last set.</param>
/// <param name="time">Tells when that is over.</param>
internal sealed class ExpiringMap<TKey, TValue>(int most, TimeSpan life, TimeProvider time)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _oldestFirst = [];

    public int Count
    {
        get
        {
            lock (_gate) return _entries.Count;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            DropExpired();
            var found = _entries.TryGetValue(key, out var entry);
            value = found ? entry!.Value.Value : default;
            return found;
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            DropExpired();
            if (_entries.Remove(key, out var earlier)) _oldestFirst.Remove(earlier);
            else if (_entries.Count >= most && _oldestFirst.First is { } oldest) Drop(oldest);
            _entries[key] = _oldestFirst.AddLast(new Entry(key, value, time.GetTimestamp()));
        }
    }

    /// <summary>Forgets what <paramref name="which"/> says.</summary>
    public void Remove(Func<TKey, TValue, bool> which)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values.Where(entry => which(entry.Value.Key, entry.Value.Value)).ToList()) Drop(entry);
        }
    }

    /// <summary>Changes what is kept, not for how long.</summary>
    public void Change(Func<TValue, TValue> how)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values) entry.Value = entry.Value with { Value = how(entry.Value.Value) };
        }
    }

    private void DropExpired()
    {
        while (_oldestFirst.First is { } oldest && time.GetElapsedTime(oldest.Value.SetAt) >= life) Drop(oldest);
    }

    private void Drop(LinkedListNode<Entry> entry)
    {
        _entries.Remove(entry.Value.Key);
        _oldestFirst.Remove(entry);
    }

    private readonly record struct Entry(TKey Key, TValue Value, long SetAt);
}
