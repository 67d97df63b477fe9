using System.Collections.Concurrent;
using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Updates;

/// <summary>
/// Says what deliveries say. Before an update is first told, each of its statements is held, character by character, against the versions of the document it
/// is from; one that stands in none is left out.
/// </summary>
internal sealed class UpdateComposer(UpdateLog log, DeliveryOutbox outbox, DocumentStore documents, FindInterests interests)
{
    private const int MostRemembered = 2_000;

    private readonly ConcurrentDictionary<long, StoredUpdate> _held = new();

    /// <summary>The replies, by the deliveries' numbers; none for a delivery of which nothing is left.</summary>
    public async ValueTask<IReadOnlyDictionary<long, Reply>> ComposeAsync(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellation)
    {
        var items = await outbox.ItemsAsync([.. deliveries.Select(delivery => delivery.Id)], cancellation);
        if (_held.Count > MostRemembered) _held.Clear();
        var missing = items.SelectMany(group => group).Select(item => item.UpdateId).Distinct().Where(id => !_held.ContainsKey(id)).ToList();
        foreach (var update in await log.FindAsync(missing, cancellation)) _held[update.Id] = await HoldAsync(update, cancellation);

        var earlier = await outbox.ToldBeforeAsync([.. deliveries.Select(delivery => delivery.Id)], cancellation);
        var followed = await interests([.. items.Concat(earlier).SelectMany(group => group).Select(item => item.SubscriptionId).Where(id => id != DeliveryItem.NoSubscription).Distinct()], cancellation);
        var replies = new Dictionary<long, Reply>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            var updates = items[delivery.Id].Select(item => item.UpdateId).Distinct().Select(id => _held.GetValueOrDefault(id)).OfType<StoredUpdate>().Where(update => update.Content.Lines.Count > 0).ToList();
            updates = [.. updates.Select(update => WithoutAnswers(update.For(In(items[delivery.Id], update), In(earlier[delivery.Id], update)), updates)).Where(update => update.Content.Lines.Count > 0)];
            if (updates.Count == 0) continue;
            var reply = UpdateReplies.Of(updates, ("Why this?", string.Create(CultureInfo.InvariantCulture, $"/why id:{delivery.Id}")));
            replies.Add(delivery.Id, delivery.PausedAt is null ? reply : reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.CaughtUp)]), .. reply.Blocks] });
        }
        return replies;

        IReadOnlyList<Interest> In(IEnumerable<DeliveryItem> these, StoredUpdate update) => [.. these.Where(item => item.UpdateId == update.Id).Select(item => followed.GetValueOrDefault(item.SubscriptionId)).OfType<Interest>()];
    }

    /// <summary>A document's news without what stands in the same message as the answer to a watched question, which says more of it.</summary>
    private static StoredUpdate WithoutAnswers(StoredUpdate update, List<StoredUpdate> together)
    {
        if (update.Question is not null) return update;
        var answers = together.Where(other => other.Question is not null).SelectMany(other => other.Content.Lines).Select(line => line.Now).OfType<UpdateStatement>().ToList();
        bool Answers(UpdateStatement? now) => now is not null && answers.Exists(answer => answer.Document == now.Document && answer.Start < now.Start + now.Text.Length && now.Start < answer.Start + answer.Text.Length);
        return update with { Content = update.Content with { Lines = [.. update.Content.Lines.Where(line => !Answers(line.Now))] } };
    }

    private async Task<StoredUpdate> HoldAsync(StoredUpdate update, CancellationToken cancellation)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var id in update.Content.Lines.SelectMany(line => line.Before.Append(line.Now)).OfType<UpdateStatement>().Select(statement => statement.Document).Distinct())
            texts[id] = await documents.TextsAsync(id, cancellation);
        bool Stands(UpdateStatement statement) => texts[statement.Document].Any(text => statement.Start >= 0 && statement.Start <= text.Length && string.CompareOrdinal(text, statement.Start, statement.Text, 0, statement.Text.Length) == 0);
        var lines = new List<UpdateLine>();
        foreach (var line in update.Content.Lines)
        {
            if (line.Now is { } now && !Stands(now)) continue;
            var before = line.Before.Where(Stands).ToList();
            if (line.Now is not null || before.Count > 0) lines.Add(line with { Before = before });
        }
        return update with { Content = update.Content with { Lines = lines } };
    }
}
