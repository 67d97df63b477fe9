using ChatBot.Deliveries;

namespace ChatBot.Updates;

/// <summary>Finds what is taken back without ever having been told to a chat: that a document says it no more is no news there.</summary>
internal sealed class UnheardRetractions(UpdateLog log, DeliveryOutbox outbox)
{
    /// <summary>What came in longer before may have been told by a message that is forgotten.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Whether a delivery's chat never heard what a line of an update takes back. What was no news when it came in, everybody may have heard of in an answer.</summary>
    /// <param name="deliveries">The deliveries, each with its updates.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Func<long, StoredUpdate, UpdateLine, bool>> FindAsync(ILookup<long, StoredUpdate> deliveries, CancellationToken cancellation)
    {
        var takingBack = deliveries.SelectMany(updates => updates).Where(update => update.Content.Lines.Any(line => IsRetraction(update, line))).DistinctBy(update => update.Id).ToList();
        var brought = new List<StoredUpdate>();
        foreach (var ofDocument in takingBack.GroupBy(update => update.Document)) brought.AddRange(await log.OfDocumentAsync(ofDocument.Key, ofDocument.Min(update => update.At) - Remembered, cancellation));
        if (brought.Count == 0) return (_, _, _) => false;
        var shown = await outbox.ToldOfAsync([.. deliveries.Select(delivery => delivery.Key)], [.. brought.Select(update => update.Id)], cancellation);
        return (delivery, update, line) => IsRetraction(update, line) && brought.Where(earlier => Brings(earlier, update, line)).ToList() is { Count: > 0 } said
            && !said.Exists(earlier => shown[delivery].Any(item => item.UpdateId == earlier.Id) || deliveries[delivery].Any(own => own.Id == earlier.Id));
    }

    private static bool IsRetraction(StoredUpdate update, UpdateLine line) => update.Question is null && line.Now is null;

    private static bool Brings(StoredUpdate earlier, StoredUpdate update, UpdateLine line) => earlier.Id < update.Id && earlier.Document == update.Document
        && earlier.Content.Lines.Any(said => said.Now is { } now && line.Before.Any(gone => ToldMeanwhile.AreOfOneSentence(gone, now)));
}
