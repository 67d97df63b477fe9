using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>The commands that answer from the record: what has changed, and why something was or was not sent.</summary>
internal sealed class RecordCommands(Func<KnowledgeBase> current, SubscriptionStore store, UpdateLog log, DeliveryRecords deliveries, TimeProvider time) : ICommandHandler
{
    private const int MostShown = 5;
    private const int MostLooked = 200;

    /// <summary>Days as people type them; a day without its year is the latest of that name.</summary>
    private static readonly string[] Days = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(7);

    public bool Handles(string name) => name is CommandCatalogue.Changes or CommandCatalogue.Why;

    public async ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation) =>
        command.Name == CommandCatalogue.Changes ? await ChangesAsync(command.Argument, message.Chat, cancellation) : await WhyAsync(message.Chat, cancellation);

    private async Task<Reply> ChangesAsync(string argument, ChatAddress chat, CancellationToken cancellation)
    {
        var clock = await ClockAsync(chat, cancellation);
        if ((argument.Length == 0 ? clock.Now - UsualSpan : Since(argument, clock.Now)) is not { } since) return Reply.Saying(PhraseCatalogue.SinceWhen);
        var updates = await log.SinceAsync(since, MostShown + 1, cancellation);
        if (updates.Count > 0) return UpdateReplies.Of([.. updates.Take(MostShown)], cameAt: update => clock.At(update.At));
        // Who asks for hours means the hour; days are told as days.
        ReplySpan from = argument.Contains("hour", StringComparison.OrdinalIgnoreCase)
            ? clock.At(since)
            : new ReplySpan.Words(clock.At(since).At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        return new Reply(
            [new ReplyBlock.Line([new ReplySpan.Words($"{PhraseCatalogue.NothingNew} since "), from, new ReplySpan.Words(".")])], [],
            since < clock.Now - TimeSpan.FromDays(29) ? [] : [new ReplyAction(ReplyActionKind.Command, "The last 30 days", "/changes 30 days")]);
    }

    /// <summary>"yesterday", "last week", "3 days", "2025-06-20", "1 June 2025", "1 June"; null where it is none of these.</summary>
    internal static DateTimeOffset? Since(string text, DateTimeOffset now)
    {
        var words = text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "since" or "the" or "last").ToArray();
        return words switch
        {
            ["today"] => now - TimeSpan.FromDays(1),
            ["yesterday"] => now - TimeSpan.FromDays(2),
            [var unit] when unit is not "hour" && Length(unit) is { } days => now - TimeSpan.FromDays(days),
            [var number, var unit] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000 && Length(unit) is { } days => now - TimeSpan.FromDays(count * days),
            _ => Day(string.Join(' ', words), now),
        };
    }

    private static DateTimeOffset? Day(string text, DateTimeOffset now)
    {
        if (Read(text) is { } day) return day;
        return Read($"{text} {now.Year}") is { } thisYear && thisYear <= now ? thisYear : Read($"{text} {now.Year - 1}");

        static DateTimeOffset? Read(string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
    }

    private static double? Length(string unit) => unit.TrimEnd('s') switch { "hour" => 1.0 / 24, "day" => 1, "week" => 7, "month" => 30, _ => null };

    private async Task<Reply> WhyAsync(ChatAddress chat, CancellationToken cancellation)
    {
        var clock = await ClockAsync(chat, cancellation);
        var followed = await store.OfAsync(chat, cancellation);
        var records = await deliveries.OfAsync(chat, MostLooked, cancellation);
        var told = (await log.FindAsync([.. records.Select(record => record.UpdateId).Distinct().Take(MostShown)], cancellation)).OrderByDescending(update => update.Id).ToList();
        var blocks = new List<ReplyBlock>();
        foreach (var update in told)
        {
            var mine = records.Where(record => record.UpdateId == update.Id).ToList();
            var labels = mine.Select(record => followed.FirstOrDefault(subscription => subscription.Id == record.SubscriptionId)?.Following.Label).OfType<string>().Distinct().Select(PhraseCatalogue.Because).Concat(update.Content.IsCorrection ? [PhraseCatalogue.BecauseShown] : Array.Empty<string>()).ToList();
            ReplySpan[] state = mine[0].State is "waiting" or "sending"
                ? [new ReplySpan.Words(PhraseCatalogue.WaitsUntil + " "), clock.At(mine[0].DueAt)]
                : [new ReplySpan.Words(mine[0].State + " "), clock.At(mine[0].EndedAt ?? mine[0].DueAt), new ReplySpan.Words(mine[0].Doubtful > 0 ? "; " + PhraseCatalogue.PerhapsTwice : "")];
            blocks.Add(Line(update, labels.Count > 0 ? [.. state, new ReplySpan.Words(", " + string.Join(", ", labels))] : state));
        }
        var not = (await log.SinceAsync(clock.Now - UsualSpan, MostLooked, cancellation)).Where(update => !records.Any(record => record.UpdateId == update.Id)).Take(MostShown).ToList();
        foreach (var update in not)
        {
            var terms = new UpdateTerms(update.Content, update.Question);
            var concerned = followed.Where(subscription => terms.Concern(subscription.Following.Kind, subscription.Following.Subject)).ToList();
            blocks.Add(Line(update, new ReplySpan.Words(update.IsSilent ? PhraseCatalogue.FirstRun : concerned.Count == 0 ? PhraseCatalogue.NotFollowed : concerned.TrueForAll(subscription => subscription.CreatedAt > update.At) ? PhraseCatalogue.BeforeYou : PhraseCatalogue.NotQueued)));
        }
        return blocks.Count == 0 ? Reply.Saying(PhraseCatalogue.NothingSent) : new Reply(blocks, [], [new ReplyAction(ReplyActionKind.Command, "My subscriptions", "/subscriptions")]);
    }

    private async ValueTask<ChatClock> ClockAsync(ChatAddress chat, CancellationToken cancellation) =>
        ChatClock.Of(await store.SettingsAsync(chat, cancellation), current().Topic.TimeZone, time.GetUtcNow());

    private static ReplyBlock.Line Line(StoredUpdate update, params ReplySpan[] why) => new(
    [
        new ReplySpan.Strong(update.Question ?? update.Content.Lines.Select(line => line.About).FirstOrDefault(about => about is not null) ?? update.Content.Source), new ReplySpan.Words(" – "), .. why,
    ]);
}
