using System.Data.Common;
using System.Runtime.CompilerServices;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Updates;
using ChatBot.Store;
using ChatBot.Updates;
using NodaTime;

namespace ChatBot.Subscriptions;

/// <summary>
/// From new documents to deliveries, within the transaction that stores the documents: what each adds, whose watched questions it answers anew, who follows
/// what of it, and when each of them is due.
/// </summary>
/// <remarks>
/// What is handed in is taken to be meant for the topic: all that it says anew is news. Of what a feed brings, a document about something else is nobody's
/// news; whether it answers a watched question is looked at all the same.
/// Nobody is flooded. What a source had before it was first asked is recorded and told to nobody. The same text again, under whatever id, is no news. A
/// document that brings news again within <see cref="Settling"/> of its last is told at the next full hour, all together, unless a digest comes before: one that
/// changes back and forth makes one message an hour, of its last state. Many updates at once come as one message a chat.
/// </remarks>
internal sealed class UpdatePublisher(Func<KnowledgeBase> current, SubscriptionStore subscriptions, ShownAnswers answers, UpdateLog log, DeliveryOutbox outbox, DeliverySignal signal) : IDocumentsStored
{
    /// <summary>See the remarks.</summary>
    public static TimeSpan Settling { get; } = TimeSpan.FromHours(1);

    private static readonly Timetable AtOnce = new(Rhythm.Instant, 0, 1);

    /// <summary>What was worked out before the transactions that are yet to come.</summary>
    private readonly ConditionalWeakTable<Ingest, NewsReading> _prepared = [];

    /// <param name="Id">Its number.</param>
    /// <param name="Content">What it says.</param>
    /// <param name="Question">The watched question that it answers anew; null for a document's own news.</param>
    /// <param name="EarliestAt">Not to be told before.</param>
    /// <param name="ShownTo">Of a correction, whom it is for; null: those who follow what it is about.</param>
    private sealed record Recorded(long Id, UpdateContent Content, string? Question, DateTimeOffset EarliestAt, IReadOnlyList<ShownAnswer>? ShownTo = null);

    public async ValueTask PrepareAsync(Ingest ingest, IReadOnlyList<DocumentFacts> changing, DbConnection connection, CancellationToken cancellation)
    {
        var reading = new NewsReading(current(), changing);
        _prepared.AddOrUpdate(ingest, reading);
        if (!reading.InOrder.Any() || ingest.Backlog) return;
        var asked = await AskedAsync(connection, null, ingest.At, cancellation);
        if (asked.Questions.Count == 0) return;
        var concerns = Concerned(reading);
        foreach (var question in asked.Questions) reading.Answers(question, concerns);
    }

    public NewsReading? ReadingOf(Ingest ingest) => _prepared.TryGetValue(ingest, out var reading) ? reading : null;

    public async ValueTask StoredAsync(DocumentsStored stored, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        var versions = stored.Outcomes.Where(outcome => outcome.Effect is SaveEffect.Added or SaveEffect.Revised).ToDictionary(outcome => outcome.Id, outcome => outcome.Version);
        var documents = stored.Ingest.Documents.Where(document => versions.ContainsKey(document.Document.Id)).ToList();
        if (documents.Count == 0) return;
        var known = current();
        var now = stored.Ingest.At;
        var recorded = new List<Recorded>();
        var reading = _prepared.TryGetValue(stored.Ingest, out var prepared) && prepared.IsOf(known, documents) ? prepared : new NewsReading(known, documents);
        _prepared.AddOrUpdate(stored.Ingest, reading);
        foreach (var (update, before) in reading.InOrder)
        {
            if (stored.Ingest.IsFromFeed && !update.IsNovel || UpdateContents.Of(update, before) is not { } content) continue;
            var id = update.Document.Document.Id;
            var last = await log.LastToldAsync(connection, transaction, id.Value, cancellation);
            var earliest = last is { } told && told + Settling > now ? NextHour(now) : now;
            var number = await log.AddAsync(connection, transaction, id.Value, versions[id], null, stored.Ingest.Backlog, content.Kept(), now, cancellation);
            recorded.Add(new Recorded(number, content, null, earliest));
        }
        if (stored.Ingest.Backlog) return;
        await AnswersAsync(connection, transaction, reading, versions, now, recorded, cancellation);
        if (recorded.Count == 0) return;
        await QueueAsync(connection, transaction, recorded, known.Topic.TimeZone, now, cancellation);
        signal.Wake();
    }

    private static IReadOnlyList<UpdateLine> Wanted(Match match, UpdateContent content) => content.For([Interests.Of(new Following(match.Kind, match.Subject, match.Subject))]);

    private static DateTimeOffset NextHour(DateTimeOffset now) => new(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour + TimeSpan.TicksPerHour, TimeSpan.Zero);

    /// <summary>The questions that are watched, or whose answers are to be corrected.</summary>
    private async Task<(HashSet<string> Watched, ILookup<string, ShownAnswer> Shown, IReadOnlyList<string> Questions)> AskedAsync(DbConnection connection, DbTransaction? transaction, DateTimeOffset now, CancellationToken cancellation)
    {
        var watched = (await subscriptions.QuestionsAsync(connection, transaction, now, cancellation)).ToHashSet(StringComparer.Ordinal);
        var shown = await answers.ByQuestionAsync(connection, transaction, now, cancellation);
        return (watched, shown, [.. watched.Concat(shown.Select(answer => answer.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A question that shares neither a word nor a name with the news is not asked again: what it asks can't have changed.</summary>
    private static Func<Answer, bool> Concerned(NewsReading reading)
    {
        var stems = reading.Together.Where(update => update.SaysSomethingNew).SelectMany(update => update.News.Select(news => news.Fact).Concat(update.Withdrawn.Select(gone => gone.Fact))).SelectMany(fact => Tokenizer.Tokenize(fact.Text)).Where(token => !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return then => then.Question.Terms.Any(term => stems.Contains(term.Stem) || term.Alternatives.Any(other => stems.Contains(other.Stem))) || then.Question.Entities.Count > 0;
    }

    private async Task AnswersAsync(
        DbConnection connection, DbTransaction transaction, NewsReading reading, Dictionary<Knowledge.Documents.DocumentId, int> versions, DateTimeOffset now, List<Recorded> recorded, CancellationToken cancellation)
    {
        var (watched, shown, questions) = await AskedAsync(connection, transaction, now, cancellation);
        if (questions.Count == 0) return;
        var before = reading.Before;
        var updates = reading.Together.Where(update => update.SaysSomethingNew).ToList();
        var concerns = Concerned(reading);
        foreach (var question in questions)
        {
            if (reading.Answers(question, concerns) is not var (then, answer)) continue;
            if (AnswerNews.Between(before.Topic, then, answer, updates) is not { } news) continue;
            var update = updates.First(update => update.Document.Document.Id == news.Document);
            if (UpdateContents.Of(news, then, answer, update, before) is not { } content) continue;
            var id = update.Document.Document.Id;
            if (watched.Contains(question))
                recorded.Add(new Recorded(await log.AddAsync(connection, transaction, id.Value, versions[id], question, false, content, now, cancellation), content, question, now));
            foreach (var told in shown[question].GroupBy(answer => answer.Said))
            {
                if (UpdateContents.Correction(content, told.First().Words.Answer, told.First().Words.Since ?? told.First().Words.Answer, answer, update.Document.Document.Id) is not { } correction) continue;
                var number = await log.AddAsync(connection, transaction, id.Value, versions[id], question, false, correction, now, cancellation);
                recorded.Add(new Recorded(number, correction, question, now, [.. told]));
                foreach (var shownTo in told) await answers.CorrectedAsync(connection, transaction, shownTo, [.. correction.Lines[0].Says], now, cancellation);
            }
        }
    }

    private async Task QueueAsync(DbConnection connection, DbTransaction transaction, List<Recorded> recorded, string topicZone, DateTimeOffset now, CancellationToken cancellation)
    {
        var zones = new Dictionary<string, DateTimeZone>(StringComparer.Ordinal);
        DateTimeZone Zone(string? id)
        {
            id ??= topicZone;
            if (!zones.TryGetValue(id, out var zone)) zones.Add(id, zone = DeliverySchedule.Zone(id) ?? DateTimeZone.Utc);
            return zone;
        }

        var due = new Dictionary<(long Chat, DateTimeOffset Due, bool Joinable), List<DeliveryItem>>();
        foreach (var update in recorded)
        {
            var matches = update.ShownTo is { } shown
                ? shown.Select(answer => new Match(DeliveryItem.NoSubscription, answer.ChatId, SubscriptionKind.Question, answer.Question, AtOnce, answer.Settings))
                : await subscriptions.MatchAsync(connection, transaction, new UpdateTerms(update.Content, update.Question), now, cancellation);
            foreach (var ofChat in matches.GroupBy(match => match.ChatId))
            {
                var times = ofChat.GroupBy(match => DeliverySchedule.Due(match.Timetable.Rhythm == Rhythm.Instant ? update.EarliestAt : now, match.Timetable, Zone(match.Settings.TimeZone), match.Settings.Quiet))
                    // To a chat that put the bot out nothing goes at once; it may be back by a later hour.
                    .Where(time => time.Key.DueAt > now || !time.First().IsGone).OrderBy(time => time.Key.DueAt).ToList();
                var told = new HashSet<UpdateLine>();
                foreach (var time in times)
                {
                    // Each way that it is followed has its own time; one of which what goes out now tells all brings nothing. What waits may be ended before its time.
                    var ways = time == times[0] ? time.ToList() : [.. time.Where(match => Wanted(match, update.Content).Any(line => !told.Contains(line)))];
                    if (ways.Count == 0) continue;
                    if (time != times[^1] && time.Key.DueAt <= now) told.UnionWith(ways.SelectMany(match => Wanted(match, update.Content)));
                    var key = (ofChat.Key, time.Key.DueAt, time.Key.IsJoinable || time.Key.DueAt > now);
                    if (!due.TryGetValue(key, out var items)) due.Add(key, items = []);
                    items.AddRange(ways.Select(match => new DeliveryItem(update.Id, match.Id)));
                }
            }
        }
        await outbox.EnqueueAsync(connection, transaction, [.. due.Select(entry => new QueuedDelivery(entry.Key.Chat, entry.Key.Due, entry.Key.Joinable, entry.Value))], now, cancellation);
    }
}
