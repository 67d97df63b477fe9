using System.Globalization;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Sources;

/// <summary>Says what was decided about the day that a document states, where that isn't plain.</summary>
internal static class StatedDay
{
    /// <summary>How the note of a feed's document begins whose day can't be read or has not come.</summary>
    public const string OfFeed = "undated; its feed states ";

    /// <summary>The result; where the document states a day that has not come it counts as undated, with the day kept as a note, and says so: what heads all others by a slip would head them for years.</summary>
    public static ReadResult Come(ReadResult result, DateOnly received) =>
        result is ReadResult.Read { Document.Source.Published: { } day } read && HasNotCome(day, received)
            ? read with
            {
                Document = read.Document with { Source = read.Document.Source with { Published = null, PublishedNote = $"undated; it states {Words(day)}, which had not come" } },
                Warnings = [.. read.Warnings, $"It states the day {Words(day)}, which has not come yet (it was received on {Words(received)}), so it counts as undated. If that is a slip, correct 'published' and hand it in again."],
            }
            : result;

    /// <summary>Whether a day lies ahead, with a day's grace: it is tomorrow already in the Pacific.</summary>
    public static bool HasNotCome(DateOnly day, DateOnly received) => day > received.AddDays(1);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Of a feed's documents: how many are undated although the feed gives a date, and why, as the first one tells it. Null where there are none.</summary>
    public static string? Doubted(IReadOnlyCollection<Document> documents)
    {
        var doubted = documents.Where(document => document.Source is { Published: null, PublishedNote: { } note } && note.StartsWith(OfFeed, StringComparison.Ordinal)).ToList();
        return doubted.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"{doubted.Count} with a date that has not come or can't be read {(doubted.Count == 1 ? "counts" : "count")} as undated, as “{doubted[0].Source.Title ?? doubted[0].Id.Value}” ({doubted[0].Source.PublishedNote})");
    }
}
