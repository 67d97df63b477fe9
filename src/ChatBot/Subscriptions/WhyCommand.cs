using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary><c>/why</c>: why something was or was not sent.</summary>
internal sealed class WhyCommand(Func<KnowledgeBase> current, SubscriptionStore store, UpdateLog log, DeliveryRecords deliveries, TimeProvider time) : ICommandHandler
{
    private const int MostShown = 8;

    /// <summary>Of one message, so many of its news are explained at a time, and so many that were left out of it named.</summary>
    private const int MostTold = 4, MostLeftOut = 16;

    /// <summary>So many deliveries and so much other news are gone through; where words are given, more.</summary>
    private const int MostLooked = 200;
    private const int MostSearched = 5_000;

    /// <summary>On the button for what comes further down the lists of what was and was not sent.</summary>
    private const string After = "after:";

    private const int MostStops = 3;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public bool Handles(string name) => name == CommandCatalogue.Why;

    public async ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation) =>
        (NumberedUpdate.Of(command.Argument) ?? (message.AboveNews is { } key && command.Argument.Length == 0 ? await deliveries.NumberOfAsync(key, cancellation) : null)) is { } delivery
            ? await WhyAsync(delivery, NumberedUpdate.Behind(command.Argument), message, cancellation) : await WhyAsync(command.Argument, message.Chat, cancellation);

    /// <summary>Why one message was sent.</summary>
    /// <param name="delivery">The number of its delivery.</param>
    /// <param name="skipped">So many of its news were explained already.</param>
    /// <param name="message">What asks.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task<Reply> WhyAsync(long delivery, int skipped, IncomingMessage message, CancellationToken cancellation)
    {
        var clock = await ClockAsync(message.Chat, cancellation);
        var all = await deliveries.OfDeliveryAsync(message.Chat, delivery, cancellation);
        var records = all.Where(record => record.DeliveryId == delivery).ToList();
        var updates = (await log.FindAsync([.. records.Select(record => record.UpdateId).Distinct()], cancellation)).OrderBy(update => update.Id).ToList();
        if (updates.Count == 0) return Reply.Saying(PhraseCatalogue.NoSuchMessage);
        var followed = await FollowedAsync(message.Chat, cancellation);
        var parts = updates.SelectMany(update => ToldPart.Of(update, [.. records.Where(record => record.UpdateId == update.Id)], all, followed)).ToList();
        var shown = parts.Where(part => part.Fate is null or NewsFate.Shown).ToList();
        var counted = parts.Where(part => part.Fate == NewsFate.Counted && !shown.Exists(one => one.Told.Id == part.Told.Id)).ToList();
        var left = parts.Where(part => part.Why is not null).ToList();
        var blocks = new List<ReplyBlock>();
        var told = shown.SelectMany(part => Items(part.Told, piece => [new ReplySpan.Words(part.Reason(piece, followed))]).Select(item => (Part: part, Item: item))).ToList();
        var explained = told.Skip(skipped).Take(MostTold).ToList();
        for (var i = 0; i < explained.Count; i++)
        {
            var (part, item) = explained[i];
            blocks.Add(new ReplyBlock.Line([new ReplySpan.Strong(item.Title), new ReplySpan.Faint($" ({part.Told.Content.Source})")]));
            // Of pieces that came by the same the reason stands under the last.
            if (i + 1 < explained.Count && explained[i + 1].Part == part && explained[i + 1].Item.IsLikewise) continue;
            blocks.Add(new ReplyBlock.Line(
            [
                .. item.Why, new ReplySpan.Words(" " + PhraseCatalogue.CameIn + " "), clock.At(part.Told.At),
                .. part.Ways[0].EndedAt is { } ended && ended - part.Told.At > TimeSpan.FromMinutes(1) ? new ReplySpan[] { new ReplySpan.Words($", {PhraseCatalogue.SentAt} "), clock.At(ended) } : [], new ReplySpan.Words("."),
            ]));
        }
        var hasMore = told.Count > skipped + MostTold;
        if (hasMore) blocks.Add(Further(told.Count - skipped - MostTold));
        if (skipped > 0) left.Clear();
        if (skipped == 0 && counted.Count > 0) blocks.Add(Heading(PhraseCatalogue.CountedHere(counted.Count)));
        if (left.Count > 0) blocks.Add(Heading(PhraseCatalogue.LeftOutHere));
        blocks.AddRange(Lines([.. left.SelectMany(part => Items(part.Told, _ => [new ReplySpan.Words(part.Why ?? "")]))], 0, MostLeftOut));
        if (skipped == 0 && records[0].Doubtful > 0) blocks.Add(new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.PerhapsTwice)]));
        var stops = await message.MayManage(cancellation)
            ? records.Select(record => followed.GetValueOrDefault(record.SubscriptionId)).OfType<Subscription>().DistinctBy(subscription => subscription.Id).Take(MostStops).Select(SubscriptionReplies.StopFollowing) : [];
        var more = new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.MoreOfThese, $"/why {NumberedUpdate.Write(delivery, skipped + MostTold)}");
        return new Reply(blocks, [], [.. hasMore ? new[] { more } : [], .. counted.Count > 0 ? new[] { Others(counted.Count, delivery) } : [], .. stops, new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.AllSent, "/why")]);
    }

    private async Task<Dictionary<long, Subscription>> FollowedAsync(ChatAddress chat, CancellationToken cancellation) =>
        (await store.OfAsync(chat, cancellation)).ToDictionary(subscription => subscription.Id);

    private static ReplyAction Others(int count, long delivery) => new(ReplyActionKind.Command, PhraseCatalogue.TheOthers(count), string.Create(CultureInfo.InvariantCulture, $"/changes sent:{delivery}"));

    /// <summary>Of each update that has the most of the words, in its news or its outlet, the lines that have them; all of all where no word is given. Where none has any, a title may.</summary>
    private static Dictionary<long, IReadOnlyList<UpdateLine>> With(LookedFor wanted, IReadOnlyList<StoredUpdate> updates, out bool isByTitle)
    {
        isByTitle = wanted.IsAny && !updates.Any(update => update.Content.Lines.Any(line => Met(wanted, update, line, withTitle: false) > 0));
        var withTitle = isByTitle;
        var marked = updates.Select(update => (Update: update, Lines: update.Content.Lines.Select(line => Met(wanted, update, line, withTitle)).ToList())).ToList();
        var most = marked.SelectMany(one => one.Lines).DefaultIfEmpty(0).Max();
        return marked.Where(one => !wanted.IsAny || most > 0 && one.Lines.Contains(most)).ToDictionary(one => one.Update.Id, one => (IReadOnlyList<UpdateLine>)[.. one.Update.Content.Lines.Where((_, i) => one.Lines[i] == most)]);
    }

    private static int MostMet(LookedFor wanted, IEnumerable<StoredUpdate> updates, bool withTitle) =>
        updates.SelectMany(update => update.Content.Lines.Select(line => Met(wanted, update, line, withTitle))).DefaultIfEmpty(0).Max();

    /// <summary>The words that say something, as stems.</summary>
    internal static HashSet<string> Stems(string words) => Tokenizer.Tokenize(words).Where(token => !token.IsStopWord).Select(token => SpellingVariants.Of(token.Stem)).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many of the words a line has, in its news or whom that speaks of, its question or its outlet, or, if that is to count, the title of its document.</summary>
    private static int Met(LookedFor wanted, StoredUpdate update, UpdateLine line, bool withTitle) => !wanted.IsAny ? 0
        : wanted.MetIn($"{update.Question} {(withTitle ? update.Content.Source : update.Content.Publisher)} {line.About} {string.Join(' ', line.Texts)}", line.Entities ?? []);

    /// <summary>The same with the answers to watched questions that bring any of these lines.</summary>
    private static Dictionary<long, IReadOnlyList<UpdateLine>> WithAnswers(Dictionary<long, IReadOnlyList<UpdateLine>> meant, Dictionary<long, StoredUpdate> found, List<StoredUpdate> recent)
    {
        var own = recent.Concat(found.Values).Where(update => update.Question is null && meant.ContainsKey(update.Id)).ToList();
        foreach (var answer in recent.Concat(found.Values).Where(update => update.Question is not null && own.Exists(document => meant[document.Id].Any(line => update.Tells(document, line))))) meant[answer.Id] = answer.Content.Lines;
        return meant;
    }

    /// <summary>What was sent lately and what was not, each with the reason.</summary>
    /// <param name="argument">
    /// Words that the news must have, behind "after:5:1924992000000" on a button for what comes further down: how many were shown, and when; what came in since
    /// is not among them. "" for all.
    /// </param>
    /// <param name="chat">The chat.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task<Reply> WhyAsync(string argument, ChatAddress chat, CancellationToken cancellation)
    {
        var parts = argument.Split(' ', 2);
        var clock = await ClockAsync(chat, cancellation);
        var (skipped, until) = Shown(parts[0]) ?? (0, clock.Now);
        var words = skipped == 0 ? argument : parts.Length > 1 ? parts[1] : "";
        var absences = await deliveries.AbsencesAsync(chat, cancellation);
        if (absences is [{ To: null }, ..])
        {
            // Somebody is heard here, so it is worth another try.
            await store.ReopenAsync(chat, clock.Now, cancellation);
            absences = [absences[0] with { To = clock.Now }, .. absences.Skip(1)];
        }
        var paused = await store.PausedAsync(chat, cancellation);
        var followed = await FollowedAsync(chat, cancellation);
        var wanted = new LookedFor(words, current().Topic);
        var most = wanted.IsAny ? MostSearched : MostLooked;
        var came = await log.SinceAsync(clock.Now - Lately, most, cancellation, keep: HasAny);
        var latest = await deliveries.OfAsync(chat, most, cancellation);
        // What came in lately may have been sent among so much else that it isn't among the latest.
        var records = latest.Concat(await deliveries.OfUpdatesAsync(chat, [.. came.Select(update => update.Id).Except(latest.Select(record => record.UpdateId))], cancellation)).Distinct().ToList();
        var found = (await log.FindAsync([.. records.Select(record => record.UpdateId).Distinct()], cancellation, HasAny)).ToDictionary(update => update.Id);
        records = [.. records.Where(record => found.ContainsKey(record.UpdateId))];
        // What a watch would have told, had the chat been open, or the watch been there already for others' sake.
        var answers = await log.AnswersAsync([.. followed.Values.Where(SubscriptionReplies.IsWatch).Select(watch => watch.Following.Subject)], clock.Now - Lately, cancellation);
        var recent = came.Concat(answers.Where(answer => answer.At <= until)).Where(update => !found.ContainsKey(update.Id)).ToList();
        var meant = WithAnswers(With(wanted, [.. found.Values, .. recent], out var isByTitle), found, recent);
        // What has more of the words, and was no news, is rather meant than news that has fewer.
        if (words.Length > 0 && (meant.Count == 0 || NoNews.Met(current(), wanted, Lately, clock) > MostMet(wanted, [.. found.Values, .. recent], isByTitle))) return NoNews.Of(current(), words, wanted, Lately, clock) with { Actions = [new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.AllSent, "/why")] };
        var all = ToldPart.WithoutToldElsewhere(records.Where(record => meant.ContainsKey(record.UpdateId)).GroupBy(record => (record.UpdateId, record.DeliveryId))
            .SelectMany(ways => ToldPart.Of(found[ways.Key.UpdateId], [.. ways], records, followed)).Select(part => part with { Told = part.Told.Only(meant[part.Told.Id]) }));
        var failed = all.Where(part => part.Why is not null || part.IsEnded || part.Fate is null && part.Ways[0].State is "gone" or "refused").ToList();
        var sent = all.Except(failed).OrderByDescending(part => IsAsked(part.Told, words)).ThenByDescending(part => part.At).ThenByDescending(part => part.Told.Id).ToList();
        var told = sent.SelectMany(part => Items(part.Told, piece => [.. part.State(clock, absences, paused), .. part.Reasons(piece, followed)])).ToList();
        // Of a document that was sent in part, what was asked for may be in the rest.
        var whyNot = new WhyNotSent(current(), followed.Values, absences, clock);
        var missed = recent.Where(update => update.Question is not null && meant.ContainsKey(update.Id)).ToList();
        var untold = recent.Concat(words.Length > 0 ? found.Values.Where(update => !all.Exists(one => one.Told.Id == update.Id)) : []).Where(update => meant.ContainsKey(update.Id))
            .Select(update => update.Only([.. meant[update.Id].Where(line => !IsTold(update, line))])).Where(update => update.Content.Lines.Count > 0)
            .Select(update => (Update: update, Why: (Func<StoredUpdate, ReplySpan[]>)(piece => whyNot.Of(piece, found.ContainsKey(update.Id), WasEnded(update)))))
            .Concat(failed.Where(one => words.Length > 0 || one.Told.At > clock.Now - Lately).Select(one => (Update: one.Told, Why: (Func<StoredUpdate, ReplySpan[]>)(_ => one.State(clock, absences, paused))))).OrderByDescending(one => IsAsked(one.Update, words)).ThenByDescending(one => one.Update.Id).ToList();
        var not = untold.SelectMany(one => Items(one.Update, one.Why)).ToList();
        var sentLines = new List<ReplyBlock>();
        if (told.Count > skipped || words.Length == 0 && skipped == 0)
            sentLines.Add(Heading(told.Count == 0 ? PhraseCatalogue.NothingSent : sent.Exists(one => one.IsWaiting) ? PhraseCatalogue.SentOrWaiting : PhraseCatalogue.SentHere));
        sentLines.AddRange(Lines(told, skipped, MostShown));
        var notLines = Lines(not, skipped, MostShown).ToList();
        if (notLines.Count > 0) notLines.Insert(0, Heading(PhraseCatalogue.NotSentHere));
        // What was asked for stands first, whether or not it was sent.
        var leadsWithNot = untold.Count > 0 && IsAsked(untold[0].Update, words) && !(sent.Count > 0 && IsAsked(sent[0].Told, words));
        List<ReplyBlock> blocks = [.. isByTitle ? [Heading(PhraseCatalogue.OnlyInTitle(words))] : Array.Empty<ReplyBlock>(), .. leadsWithNot ? notLines : sentLines, .. leadsWithNot ? sentLines : notLines];
        var last = skipped + MostShown;
        if (words.Length == 0 && blocks.Count == 1 && records.Count == 0) return Reply.Saying(PhraseCatalogue.NothingSent);
        // What a watched question's answer told counts by the news that it brought.
        bool HasAny(StoredUpdate update) => update.At <= until && (!wanted.IsAny || update.Question is not null || update.Content.Lines.Any(line => Met(wanted, update, line, withTitle: true) > 0));
        var more = string.Create(CultureInfo.InvariantCulture, $"/why {After}{last}:{until.ToUnixTimeMilliseconds()} {words}").TrimEnd();
        var hasMore = Math.Max(told.Count, not.Count) > last && CommandText.FitsButton(more);
        return new Reply(blocks, [], [.. hasMore ? new[] { new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.MoreOfThese, more) } : [], new ReplyAction(ReplyActionKind.Command, "My subscriptions", "/subscriptions")]);

        bool WasEnded(StoredUpdate update) => ToldPart.HasEnded(records.Where(record => record.UpdateId == update.Id && record.EndedAt is null), followed);

        // What a document brought, a message may have told as the answer to a watched question; what such an answer would have brought, as the document's news; what only waits to be told hides no answer that wasn't.
        bool IsTold(StoredUpdate update, UpdateLine line) => update.Question is null
            ? all.Exists(one => one.Told.Tells(update, line)) || missed.Exists(answer => answer.Tells(update, line))
            : sent.Exists(one => one.Told.Question is null && !one.IsWaiting && one.Told.Content.Lines.Any(told => update.Tells(one.Told, told)));
    }

    /// <summary>How many were shown, and what had come in by then, as the button for more says it; null where the words are none of its.</summary>
    private static (int Count, DateTimeOffset Until)? Shown(string word) => word.StartsWith(After, StringComparison.Ordinal) && word[After.Length..].Split(':') is [var count, var until]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) && shown > 0 && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var moment)
        && moment <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? (shown, DateTimeOffset.FromUnixTimeMilliseconds(moment)) : null;

    /// <summary>Whether a line of it has the words that were asked for as they were asked for, one behind the other.</summary>
    private static bool IsAsked(StoredUpdate update, string words) => words.Contains(' ', StringComparison.Ordinal) && Keywords.Read($"\"{words.Trim('"', '“', '”')}\"") is { } asked
        && update.Content.Lines.Any(line => line.Texts.Any(text => asked.StandIn(Keywords.StemsOf(text))));

    /// <summary>One piece of news in a list.</summary>
    /// <param name="Title">What it is.</param>
    /// <param name="Why">What became of it.</param>
    /// <param name="IsLikewise">Whether the one before it came with it, and the same became of that.</param>
    private sealed record Item(string Title, ReplySpan[] Why, bool IsLikewise);

    /// <summary>Each piece of an update's news.</summary>
    /// <param name="update">The update.</param>
    /// <param name="why">What became of a piece, which it is given by itself.</param>
    private static IEnumerable<Item> Items(StoredUpdate update, Func<StoredUpdate, ReplySpan[]> why)
    {
        ReplySpan[]? last = null;
        var pieces = update.Question is not null || update.Content.Lines.Count == 0 ? [update] : update.Content.Lines.Select(line => update.Only([line]));
        foreach (var piece in pieces.DistinctBy(UpdateTitle.Of, StringComparer.Ordinal))
        {
            var own = why(piece);
            yield return new Item(UpdateTitle.Of(piece), own, last is not null && own.SequenceEqual(last));
            last = own;
        }
    }

    /// <summary>So many of a list, and how many are left.</summary>
    private static IEnumerable<ReplyBlock> Lines(IReadOnlyList<Item> items, int skipped, int most)
    {
        foreach (var (item, i) in items.Skip(skipped).Take(most).Select((item, i) => (item, i)))
            yield return new ReplyBlock.Line([new ReplySpan.Strong(item.Title), new ReplySpan.Words(" – "), .. item.IsLikewise && i > 0 ? [new ReplySpan.Words(PhraseCatalogue.LikewiseTold)] : item.Why]);
        if (items.Count > skipped + most) yield return Further(items.Count - skipped - most);
    }

    private async ValueTask<ChatClock> ClockAsync(ChatAddress chat, CancellationToken cancellation) =>
        ChatClock.Of(await store.SettingsAsync(chat, cancellation), current().Topic.TimeZone, time.GetUtcNow());

    private static ReplyBlock.Line Heading(string words) => new([new ReplySpan.Words(words)]);

    private static ReplyBlock.Line Further(int count) => new([new ReplySpan.Faint(PhraseCatalogue.AndOthers(count))]);
}
