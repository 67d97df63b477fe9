using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary><c>/changes</c>: what new documents have changed, latest first.</summary>
internal sealed class ChangesCommand(Func<KnowledgeBase> current, SubscriptionStore store, UpdateLog log, HeldUpdates held, DeliveryRecords deliveries, TimeProvider time) : ICommandHandler
{
    private const int MostShown = 5;

    /// <summary>Of what a message only counted, more fit into none.</summary>
    private const int MostCounted = 60;

    /// <summary>On the button for what came before an update.</summary>
    private const string Before = "before:";

    /// <summary>On the button for what a message only counted: "sent:7", "sent:7 5" for what comes after five of it.</summary>
    private const string Sent = "sent:";

    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    public bool Handles(string name) => name == CommandCatalogue.Changes;

    public async ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation)
    {
        var argument = command.Argument;
        var clock = ChatClock.Of(await store.SettingsAsync(message.Chat, cancellation), current().Topic.TimeZone, time.GetUtcNow());
        if (NumberedUpdate.Of(argument) is { } one) return await ChangeAsync(one, argument, clock, cancellation);
        if (argument.StartsWith(Sent, StringComparison.Ordinal)) return await CountedAsync(argument[Sent.Length..].Split(' '), message.Chat, clock, cancellation);
        var before = argument.StartsWith(Before, StringComparison.Ordinal) && long.TryParse(argument.AsSpan(Before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : (long?)null;
        if ((before is not null ? DateTimeOffset.UnixEpoch : argument.Length == 0 ? clock.Now - UsualSpan : SinceWhen.Read(argument, clock)) is not { } since) return Reply.Saying(PhraseCatalogue.SinceWhen);
        var updates = await log.SinceAsync(since, MostShown + 1, cancellation, before);
        if (updates.Count > 0)
        {
            var told = new List<StoredUpdate>();
            foreach (var update in updates.Take(MostShown)) told.Add(await held.HoldAsync(update, cancellation));
            var shown = UpdateReplies.Of(told, cameAt: update => clock.At(update.At), nameOf: NameOf);
            return updates.Count > MostShown ? shown with { Actions = [.. shown.Actions, new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.OlderChanges, string.Create(CultureInfo.InvariantCulture, $"/changes before:{updates[MostShown - 1].Id}"))] } : shown;
        }
        // Who asks for hours means the hour; days are told as days.
        ReplySpan from = SinceWhen.IsWithinDay(since, clock)
            ? clock.At(since)
            : new ReplySpan.Words(clock.At(since).At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        return new Reply(
            [new ReplyBlock.Line([new ReplySpan.Words($"{PhraseCatalogue.NothingNew} since "), from, new ReplySpan.Words(".")])], [],
            since < clock.Now - TimeSpan.FromDays(29) ? [] : [new ReplyAction(ReplyActionKind.Command, "The last 30 days", "/changes 30 days")]);
    }

    /// <summary>What a message to this chat only counted, in its order; what is so no more since is left out.</summary>
    private async Task<Reply> CountedAsync(string[] argument, ChatAddress chat, ChatClock clock, CancellationToken cancellation)
    {
        if (!long.TryParse(argument[0], NumberStyles.None, CultureInfo.InvariantCulture, out var delivery)) return Reply.Saying(PhraseCatalogue.ButtonExpired);
        var skipped = argument.Length > 1 && int.TryParse(argument[1], NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : 0;
        var counted = (await deliveries.OfDeliveryAsync(chat, delivery, cancellation)).Where(record => record.DeliveryId == delivery).DistinctBy(record => record.UpdateId).OrderBy(record => record.UpdateId)
            .Where(record => record.Told?.Any(told => told.Fate == NewsFate.Shown) == false).SelectMany(record => record.Told ?? []).Where(told => told.Fate == NewsFate.Counted).ToDictionary(told => told.UpdateId, told => told.Lines);
        if (counted.Count <= skipped) return Reply.Saying(PhraseCatalogue.ButtonExpired);
        var updates = new List<StoredUpdate>();
        Reply? reply = null;
        var end = skipped;
        foreach (var update in (await log.FindAsync([.. counted.Keys.Skip(skipped).Take(MostCounted)], cancellation)).OrderBy(update => update.Id))
        {
            var now = await held.HoldAsync(update with { Content = update.Content with { Lines = [.. update.Content.Lines.Where(line => counted[update.Id].Contains(line.Number))] } }, cancellation);
            now = now with { Content = now.Content with { Lines = [.. now.Content.Lines.Where(line => !line.IsOver)] } };
            if (now.Content.Lines.Count > 0)
            {
                updates.Add(now);
                var longer = UpdateReplies.Of(updates, cameAt: update => clock.At(update.At), nameOf: NameOf, isAll: true);
                if (reply is not null && UpdateReplies.LengthOf(longer) > UpdateReplies.OneMessage) break;
                reply = longer;
            }
            end++;
        }
        var further = counted.Count - end;
        reply ??= Reply.Saying(PhraseCatalogue.TakenBackSince);
        return further <= 0 ? reply : reply with { Actions = [.. reply.Actions, new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.TheOthers(further), string.Create(CultureInfo.InvariantCulture, $"/changes {Sent}{delivery} {end}"))] };
    }

    /// <summary>All of one document's news, from a line on: "id:7", "id:7 13". What answers a watched question is told to those who watch it alone.</summary>
    private async Task<Reply> ChangeAsync(long number, string argument, ChatClock clock, CancellationToken cancellation)
    {
        if (await log.FindAsync([number], cancellation) is not [{ Question: null } update]) return Reply.Saying(PhraseCatalogue.ButtonExpired);
        var from = argument.Split(' ') is [_, var line] && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first <= update.Content.Lines.Count ? Math.Max(first, 1) : 1;
        // Where it goes on within the first message's worth, it was told among others in fewer lines, and its button promises all of it.
        if (from <= UpdateReplies.Shown([update])[0]) from = 1;
        return UpdateReplies.From(await held.HoldAsync(update, cancellation), from, stored => clock.At(stored.At), NameOf);
    }

    /// <summary>An entity by its name; what the topic is about goes without saying.</summary>
    private string? NameOf(string id) => current().Topic is var topic && topic.Subject?.Value == id ? null : topic.Entities.FirstOrDefault(entity => entity.Id.Value == id)?.Name;
}
