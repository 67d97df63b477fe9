namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>Numbers feature keys from 0 on: an open-addressing table without objects.</summary>
internal sealed class FeatureIndex
{
    private readonly List<ulong> _keys;
    private int[] _slots;

    public FeatureIndex(IEnumerable<ulong> keys)
    {
        _keys = [.. keys];
        _slots = [];
        Rebuild();
    }

    /// <summary>The keys, in the order of their numbers.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>The number of a key, or -1.</summary>
    public int Find(ulong key)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)key & mask; ; slot = slot + 1 & mask)
        {
            var number = _slots[slot] - 1;
            if (number < 0 || _keys[number] == key) return number;
        }
    }

    /// <summary>The number of a key, which gets one if it has none.</summary>
    public int Add(ulong key)
    {
        var number = Find(key);
        if (number >= 0) return number;
        _keys.Add(key);
        if (_keys.Count * 2 > _slots.Length) Rebuild();
        else Place(_keys.Count - 1);
        return _keys.Count - 1;
    }

    private void Rebuild()
    {
        var size = 1024;
        while (size < _keys.Count * 3) size *= 2;
        _slots = new int[size];
        for (var number = 0; number < _keys.Count; number++) Place(number);
    }

    private void Place(int number)
    {
        var mask = _slots.Length - 1;
        var slot = (int)_keys[number] & mask;
        while (_slots[slot] != 0) slot = slot + 1 & mask;
        _slots[slot] = number + 1;
    }
}
