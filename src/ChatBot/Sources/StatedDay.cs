using System.Globalization;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Sources;

/// <summary>Says what was decided about the day that a document states, where that isn't plain.</summary>
internal static class StatedDay
{
    /// <summary>
    /// The result, with a note where the document that somebody handed in states a day that has not come: whoever hands it in answers for it, so it is kept, unlike a
    /// feed's.
    /// </summary>
    public static ReadResult Noted(ReadResult result, DateOnly received) =>
        result is ReadResult.Read { Document.Source.Published: { } day } read && day > received.AddDays(1)
            ? read with
            {
                Warnings =
                [
                    .. read.Warnings, string.Create(CultureInfo.InvariantCulture, $"Its day, {day:d MMMM yyyy}, has not come yet (it was received on {received:d MMMM yyyy}). It is kept as stated; correct 'published' if it is wrong."),
                ],
            }
            : result;

    /// <summary>Of a feed's documents: how many are undated although the feed gives a date, and why, as the first one tells it. Null where there are none.</summary>
    public static string? Doubted(IReadOnlyCollection<Document> documents)
    {
        var doubted = documents.Where(document => document.Source is { Published: null, PublishedNote: { } note } && note.Contains("its feed gives the date", StringComparison.Ordinal)).ToList();
        return doubted.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"{doubted.Count} with a date that has not come or can't be read {(doubted.Count == 1 ? "counts" : "count")} as undated, as “{doubted[0].Source.Title ?? doubted[0].Id.Value}” ({doubted[0].Source.PublishedNote})");
    }
}
