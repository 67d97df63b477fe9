using System.Globalization;

namespace ChatBot.Subscriptions;

/// <summary>What a button gives a command to name one update or delivery: "id:7", and what may follow a space.</summary>
internal static class NumberedUpdate
{
    private const string Mark = "id:";

    /// <summary>The number; null where the argument is none of that kind.</summary>
    public static long? Of(string argument)
    {
        if (!argument.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var number = argument.AsSpan(Mark.Length);
        return long.TryParse(number.IndexOf(' ') is >= 0 and var space ? number[..space] : number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
