using System.Collections.Concurrent;
using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Updates;

/// <summary>
/// Says what deliveries say. Before an update is told, each of its statements is held, character by character, against the documents as they are then: what
/// was taken back while it waited is not told, nor that it was.
/// </summary>
internal sealed class UpdateComposer(UpdateLog log, DeliveryOutbox outbox, DocumentStore documents, FindInterests interests)
{
    private const int MostRemembered = 2_000;

    /// <summary>What waited is held against so many of the news that came after it.</summary>
    private const int MostLater = 200;

    /// <summary>Updates held against the documents as they were after so many changes.</summary>
    private sealed record Held(long Changes, ConcurrentDictionary<long, StoredUpdate> Updates);

    private readonly HeldUpdates _holder = new(documents);
    private volatile Held _last = new(-1, new());

    /// <summary>The replies, by the deliveries' numbers; none for a delivery of which nothing is left.</summary>
    public async ValueTask<IReadOnlyDictionary<long, Reply>> ComposeAsync(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellation)
    {
        var items = await outbox.ItemsAsync([.. deliveries.Select(delivery => delivery.Id)], cancellation);
        // Counted before the documents are read: what changes in between is seen by the next.
        var changes = await documents.ChangesAsync(cancellation);
        if (_last.Changes != changes || _last.Updates.Count > MostRemembered) _last = new Held(changes, new());
        var held = _last.Updates;
        var earlier = await outbox.ToldBeforeAsync([.. deliveries.Select(delivery => delivery.Id)], cancellation);
        var waited = deliveries.Where(delivery => delivery.Waited).SelectMany(delivery => items[delivery.Id]).Select(item => item.UpdateId).ToList();
        var later = waited.Count == 0 ? [] : await log.AfterAsync(waited.Min(), MostLater, cancellation);
        var missing = items.Concat(earlier).SelectMany(group => group).Select(item => item.UpdateId).Concat(later).Distinct().Where(id => !held.ContainsKey(id)).ToList();
        foreach (var update in await log.FindAsync(missing, cancellation)) held[update.Id] = await _holder.HoldAsync(update, cancellation);

        var followed = await interests([.. items.Concat(earlier).SelectMany(group => group).Select(item => item.SubscriptionId).Where(id => id != DeliveryItem.NoSubscription).Distinct()], cancellation);
        var replies = new Dictionary<long, Reply>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            var updates = items[delivery.Id].Select(item => item.UpdateId).Distinct().Select(id => held.GetValueOrDefault(id)).OfType<StoredUpdate>().Where(update => update.Content.Lines.Count > 0).OrderBy(update => update.Id).ToList();
            updates = LastState.Of([.. updates.Select(update => update.For(In(items[delivery.Id], update), In(earlier[delivery.Id], update)))]);
            var told = earlier[delivery.Id].Select(item => item.UpdateId).Distinct().Order().Select(id => held.GetValueOrDefault(id)).OfType<StoredUpdate>().Select(update => update.For(In(earlier[delivery.Id], update))).ToList();
            var known = delivery.Waited ? later.Except(items[delivery.Id].Select(item => item.UpdateId)).Order().Select(id => held.GetValueOrDefault(id)).OfType<StoredUpdate>().ToList() : [];
            updates = [.. updates.Select(update => ToldMeanwhile.Without(update, told, updates, known)).Where(update => update.Content.Lines.Count > 0)];
            // What one document brought at several times stands together.
            updates = [.. updates.GroupBy(update => update.Question is null ? update.Document : $"{update.Id}?").SelectMany(ofDocument => ofDocument)];
            if (updates.Count == 0) continue;
            var reply = UpdateReplies.Of(updates, ("Why this?", string.Create(CultureInfo.InvariantCulture, $"/why id:{delivery.Id}")));
            replies.Add(delivery.Id, delivery.PausedAt is null ? reply : reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.CaughtUp)]), .. reply.Blocks] });
        }
        return replies;

        IReadOnlyList<Interest> In(IEnumerable<DeliveryItem> these, StoredUpdate update) => [.. these.Where(item => item.UpdateId == update.Id).Select(item => followed.GetValueOrDefault(item.SubscriptionId)).OfType<Interest>()];
    }
}
