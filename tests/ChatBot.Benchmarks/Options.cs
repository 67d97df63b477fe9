namespace ChatBot.Benchmarks;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal static class Options
{
    /// <summary>The value of <paramref name="name"/>, or <paramref name="otherwise"/>.</summary>
    public static string Get(IReadOnlyList<string> arguments, string name, string? otherwise = null)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
            if (arguments[i] == name) return arguments[i + 1];
        return otherwise ?? throw new ArgumentException($"The option {name} is missing.");
    }

    /// <summary>Whether the flag is given.</summary>
    public static bool Has(IReadOnlyList<string> arguments, string name) => arguments.Contains(name);
}
