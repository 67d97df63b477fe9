using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ChatBot.Subscriptions;

/// <summary>Time zones that people name by their distance from Greenwich: the database has them with the sign turned round.</summary>
internal static partial class FixedZones
{
    private const string Utc = "Etc/UTC";

    /// <summary>The database's id of "UTC", "GMT+2", "UTC-05:00"; null for what is no such zone, or none of whole hours.</summary>
    public static string? IdOf(string typed)
    {
        var match = Offset().Match(typed);
        if (!match.Success) return null;
        var hours = match.Groups["hours"] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var id = hours == 0 ? Utc : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(match.Groups["sign"].ValueSpan is "+" ? '-' : '+')}{hours}");
        return DateTimeZoneProviders.Tzdb.Ids.Contains(id) ? id : null;
    }

    /// <summary>An id as people read it: "UTC+2" for "Etc/GMT-2"; another as it is.</summary>
    public static string NameOf(string id) => id == Utc ? "UTC"
        : id.StartsWith("Etc/GMT", StringComparison.Ordinal) && id.Length > 8 ? $"UTC{(id[7] == '-' ? '+' : '-')}{id[8..]}" : id;

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*(?:(?<sign>[+−-])\s*(?<hours>\d{1,2})(?::?00)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
