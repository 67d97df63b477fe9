using System.Security.Cryptography;
using System.Text;
using ChatBot.Chat;
using ChatBot.Deliveries;

namespace ChatBot.Subscriptions;

/// <summary>
/// What a preview offers to follow, as its buttons carry it: in words, or, where a button has no room for them, as a short reference to words that are kept. The
/// reference is a hash of the words, so nobody can find out by it what others chose.
/// </summary>
/// <param name="Following">What is to be followed.</param>
/// <param name="IsLong">Whether the words may not fit, and have to be kept.</param>
internal sealed record PendingChoice(Following Following, bool IsLong)
{
    private const char Mark = '#';
    private const int ReferenceLength = 12;

    /// <summary>What a button would say the longest of.</summary>
    private static readonly Timetable Longest = new(Rhythm.Weekly, 23, 3);

    /// <summary>The words behind the reference.</summary>
    public string Words => FollowingReader.Words(Following);

    /// <summary>The reference, with its mark.</summary>
    public string Reference => Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words)))[..ReferenceLength];

    public static PendingChoice Of(Following following) =>
        new(following, !Fits(FollowingReader.Confirmed(following, Longest)));

    /// <summary>What stands behind /subscribe on the button for this timetable.</summary>
    public string Button(Timetable timetable) => FollowingReader.Confirmed(Following, timetable) is var words && Fits(words) ? words : $"{Reference} {FollowingReader.Often(timetable)}";

    /// <summary>The reference that a button's words begin with, and what follows it; null where they don't.</summary>
    public static (string Reference, string Often)? Read(string argument)
    {
        var parts = argument.Split(' ', 2);
        return parts[0].Length == 1 + ReferenceLength && parts[0][0] == Mark && parts[0].AsSpan(1).IndexOfAnyExcept("0123456789abcdef") < 0 ? (parts[0], parts.Length > 1 ? parts[1] : "") : null;
    }

    private static bool Fits(string words) => CommandText.FitsButton($"/subscribe {words}");
}
