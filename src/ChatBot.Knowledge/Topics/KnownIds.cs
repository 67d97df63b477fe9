using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Topics;

/// <summary>The ids that a reference may name, and what named them in vain because their file couldn't be read.</summary>
/// <param name="what">What has such an id: "entity".</param>
/// <param name="file">The file that they stand in.</param>
/// <param name="ids">The ids; null where the file is missing or broken, so that nothing can be said of a single one.</param>
internal sealed class KnownIds(string what, string file, IReadOnlyCollection<string>? ids)
{
    private const int MostNamed = 6;

    private readonly HashSet<string> _unchecked = new(StringComparer.Ordinal);

    /// <summary>The ids that were named and couldn't be looked up.</summary>
    public IReadOnlyCollection<string> Unchecked => _unchecked;

    /// <summary>Whether a reference may name <paramref name="id"/>, as far as is known.</summary>
    public bool Holds(string id)
    {
        if (ids is not null) return ids.Contains(id);
        _unchecked.Add(id);
        return true;
    }

    /// <summary>What is wrong with an id that they don't hold, and what to do.</summary>
    public string Fault(string id)
    {
        var known = ids ?? [];
        var fault = $"no {what} has the id '{id}'; ";
        return fault + (NearestName.Of(id, known) is { } nearest ? $"did you mean '{nearest}'?"
            : known.Count == 0 ? $"add it to {file}, which has none"
            : $"add it to {file}, or name one that stands there: {string.Join(", ", known.Take(MostNamed))}{(known.Count > MostNamed ? $" and {known.Count - MostNamed} more" : "")}");
    }

    /// <summary>What is wrong where a whole file of ids is missing though they are named: once, whatever the number of references.</summary>
    public string MissingFile() =>
        $"the file is missing, but other files of the topic name {string.Join(", ", _unchecked.Take(MostNamed).Select(id => $"'{id}'"))}{(_unchecked.Count > MostNamed ? $" and {_unchecked.Count - MostNamed} more" : "")} of it; put it back, or write it anew with these ids";
}
