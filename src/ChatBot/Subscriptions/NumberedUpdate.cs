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

    /// <summary>The number behind it: how much of it was shown already; 0 where there is none.</summary>
    public static int Behind(string argument) =>
        argument.Split(' ') is [_, var behind] && int.TryParse(behind, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : 0;

    /// <summary>What a button says to name it and how much of it was shown already.</summary>
    public static string Write(long number, int shown) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{number} {shown}");
}
