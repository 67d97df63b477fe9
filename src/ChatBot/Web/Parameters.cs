using ChatBot.Knowledge.Text;

namespace ChatBot.Web;

/// <summary>The parameters of requests that programs make: one that is misspelt would otherwise be passed over in silence.</summary>
internal static class Parameters
{
    /// <summary>What to say of the first parameter that is none of those known; null where there is no such one.</summary>
    public static string? Unknown(HttpRequest request, params IReadOnlyList<string> known) =>
        request.Query.Keys.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)) is not { } unknown ? null
        : $"There is no parameter '{unknown}'. {(NearestName.Of(unknown, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known are: {string.Join(", ", known)}.")}";
}
