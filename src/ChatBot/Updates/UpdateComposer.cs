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

    /// <summary>Updates, each as it is kept and as it is held against the documents as they were after so many changes.</summary>
    private sealed record Held(long Changes, ConcurrentDictionary<long, (StoredUpdate Kept, StoredUpdate Now)> Updates);

    private readonly HeldUpdates _holder = new(documents);
    private readonly UnheardRetractions _unheard = new(log, outbox);
    private volatile Held _last = new(-1, new());

    /// <summary>What each says, by the deliveries' numbers.</summary>
    public async ValueTask<IReadOnlyDictionary<long, ComposedDelivery>> ComposeAsync(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellation)
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
        foreach (var update in await log.FindAsync(missing, cancellation)) held[update.Id] = (update, await _holder.HoldAsync(update, cancellation));

        var followed = await interests([.. items.Concat(earlier).SelectMany(group => group).Select(item => item.SubscriptionId).Where(id => id != DeliveryItem.NoSubscription).Distinct()], cancellation);
        var isUnheard = await _unheard.FindAsync(deliveries.SelectMany(delivery => Found(items[delivery.Id]).Select(one => (delivery.Id, Update: one.Kept))).ToLookup(one => one.Id, one => one.Update), cancellation);
        var composed = new Dictionary<long, ComposedDelivery>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            // What somebody ended while it waited is not told.
            var own = Found(items[delivery.Id].Where(item => item.SubscriptionId == DeliveryItem.NoSubscription || followed.ContainsKey(item.SubscriptionId)));
            var wanted = own.Select(one => ForChat(one.Kept)).ToList();
            var standing = own.Select(one => Heard(ForChat(one.Now))).Where(update => update.Content.Lines.Count > 0).ToList();
            var last = LastState.Of(standing);
            var told = Found(earlier[delivery.Id]).Select(one => one.Now.For(In(earlier[delivery.Id], one.Now))).ToList();
            var known = delivery.Waited ? Found(later.Except(items[delivery.Id].Select(item => item.UpdateId)).Select(id => new DeliveryItem(id, DeliveryItem.NoSubscription))).Select(one => one.Now).ToList() : [];
            var fresh = last.Updates.Select(update => ToldMeanwhile.Without(update, told, last.Updates, known)).Where(update => update.Content.Lines.Count > 0)
                .OrderBy(update => update.Question is not null ? 0 : update.IsMeant ? 1 : 2)
                // What one document brought at several times stands together.
                .GroupBy(update => update.Question is null ? update.Document : $"{update.Id}?").SelectMany(ofDocument => ofDocument).ToList();
            fresh = [.. fresh.Select(update => update.Besides == 0 ? update : update with { Besides = update.Besides - Beside(update, fresh) })];
            var reply = fresh.Count == 0 ? null
                : UpdateReplies.Of(fresh, ("Why this?", string.Create(CultureInfo.InvariantCulture, $"/why id:{delivery.Id}")), rest: string.Create(CultureInfo.InvariantCulture, $"/changes sent:{delivery.Id}"));
            if (reply is not null && delivery.PausedAt is not null) reply = reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.CaughtUp)]), .. reply.Blocks] };
            composed.Add(delivery.Id, new ComposedDelivery(reply, NewsFates.Of(wanted, standing, last, fresh)));

            StoredUpdate Heard(StoredUpdate update) => update with { Content = update.Content with { Lines = [.. update.Content.Lines.Where(line => !isUnheard(delivery.Id, update, line))] } };
            StoredUpdate ForChat(StoredUpdate update) => update.For(In(items[delivery.Id], update), In(earlier[delivery.Id], update));
        }
        return composed;

        // What the answer to a watched question tells in the same message isn't counted as more news of its document.
        int Beside(StoredUpdate update, List<StoredUpdate> fresh) =>
            held[update.Id].Now.Content.Lines.Except(update.Content.Lines).Count(line => line.Now is { IsPast: false } && fresh.Exists(answer => answer.Tells(update, line)));

        List<(StoredUpdate Kept, StoredUpdate Now)> Found(IEnumerable<DeliveryItem> these) => [.. these.Select(item => item.UpdateId).Distinct().Order().Where(held.ContainsKey).Select(id => held[id])];
        IReadOnlyList<Interest> In(IEnumerable<DeliveryItem> these, StoredUpdate update) => [.. these.Where(item => item.UpdateId == update.Id).Select(item => followed.GetValueOrDefault(item.SubscriptionId)).OfType<Interest>()];
    }
}
