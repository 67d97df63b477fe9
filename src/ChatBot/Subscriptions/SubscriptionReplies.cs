using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;

namespace ChatBot.Subscriptions;

/// <summary>Writes subscriptions, previews and settings as replies. Pure.</summary>
internal static class SubscriptionReplies
{
    /// <summary>As many as a platform has room for beneath a message.</summary>
    private const int MostButtons = 20;

    /// <summary>What a subscription would have brought, with buttons to agree.</summary>
    /// <param name="following">What is to be followed.</param>
    /// <param name="choice">The same, as the buttons carry it.</param>
    /// <param name="timetable">How often.</param>
    /// <param name="asTyped">The words as typed, where it was typed with a slip; else null.</param>
    /// <param name="misread">Words that were typed with a slip, each with the word of timing that it was read as.</param>
    /// <param name="isUnheardOf">Whether no document has anything to do with it.</param>
    /// <param name="count">How many updates the last week had of it.</param>
    /// <param name="latest">The latest of them, as it would have been told; null where there was none.</param>
    public static Reply Preview(Following following, PendingChoice choice, Timetable timetable, Following? asTyped, IReadOnlyList<(string Typed, string Read)> misread, bool isUnheardOf, int count, Reply? latest)
    {
        ReplyBlock[] blocks =
        [
            new ReplyBlock.Line([.. asTyped is null ? [] : new ReplySpan[] { new ReplySpan.Faint(PhraseCatalogue.ReadAs + " ") }, new ReplySpan.Strong(following.Label), new ReplySpan.Words($"{(MayBeOutlet(following) ? $" ({PhraseCatalogue.AsWordsOrOutlet})" : "")}, {When(timetable)}.")]),
            .. misread.Count > 0 ? [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.ReadAsTiming(misread))])] : Array.Empty<ReplyBlock>(),
            .. following.Kind == SubscriptionKind.Keywords && following.Subject.Contains(" and ", StringComparison.OrdinalIgnoreCase) ? [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.AllWordsTogether)])] : Array.Empty<ReplyBlock>(),
            Line(isUnheardOf ? PhraseCatalogue.NothingOfItYet : PhraseCatalogue.Preview(count)),
            .. latest?.Blocks ?? [],
        ];
        var others = new[] { timetable, timetable with { Rhythm = Rhythm.Instant }, timetable with { Rhythm = Rhythm.Daily }, timetable with { Rhythm = Rhythm.Weekly } }.DistinctBy(other => other.Rhythm).Take(3);
        return new Reply(blocks, latest?.Sources ?? [], [.. others.Select((other, i) => new ReplyAction(ReplyActionKind.Command, i == 0 ? "Subscribe" : Short(other), "/subscribe " + choice.Button(other))), .. Meant(asTyped)]);
    }

    /// <summary>Several names that were given at once, a button for each to follow it, and one for who meant the words.</summary>
    public static Reply Each(IReadOnlyList<PendingChoice> names, Timetable timetable, Following words) => new(
        [new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.EachByItself + " "), new ReplySpan.Strong(string.Join(", ", names.Select(name => name.Following.Label))), new ReplySpan.Words($", {When(timetable)}.")])],
        [],
        [.. names.Take(MostButtons).Select(name => new ReplyAction(ReplyActionKind.Command, name.Following.Label, "/subscribe " + name.Button(timetable))), .. Meant(words)]);

    /// <summary>What was said, with the numbers that those left have now.</summary>
    public static Reply WithNumbers(Reply said, IReadOnlyList<Subscription> left) => left.Count == 0 ? said : said with
    {
        Blocks = [.. said.Blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.NumberedNow(left.Select(subscription => subscription.Following.Label)))])],
    };

    private static bool MayBeOutlet(Following following) => following.Kind == SubscriptionKind.Keywords && Keywords.Read(following.Subject) is { MayName: true };

    /// <summary>Who meant the words as they were typed gets their preview.</summary>
    private static IEnumerable<ReplyAction> Meant(Following? asTyped) =>
        asTyped is null || !CommandText.FitsButton("/subscribe " + FollowingReader.Words(asTyped)) ? [] : [new ReplyAction(ReplyActionKind.Command, $"{PhraseCatalogue.OnlyWords} {asTyped.Label}", "/subscribe " + FollowingReader.Words(asTyped))];

    /// <summary>A chat's subscriptions and then its watches, each numbered from 1, each with a button to end it.</summary>
    /// <param name="subscriptions">Those to show.</param>
    /// <param name="clock">The chat's.</param>
    /// <param name="question">What is asked above them; null for nothing.</param>
    /// <param name="isUnanswered">Whether a watched question has no answer yet.</param>
    public static Reply List(IReadOnlyList<Subscription> subscriptions, ChatClock clock, Func<string, bool> isUnanswered, string? question = null)
    {
        if (subscriptions.Count == 0) return Reply.Saying(PhraseCatalogue.NoSubscriptions);
        var numbered = subscriptions.GroupBy(IsWatch).OrderBy(kind => kind.Key).SelectMany(kind => kind.Select((subscription, i) => (Subscription: subscription, Number: i + 1))).ToList();
        var lines = numbered.Select(one => new ReplyBlock.Line(
        [
            new ReplySpan.Faint(string.Create(CultureInfo.InvariantCulture, $"{(IsWatch(one.Subscription) ? "Watch " : "")}{one.Number}. ")), new ReplySpan.Strong(one.Subscription.Following.Label),
            new ReplySpan.Words(IsWatch(one.Subscription) ? isUnanswered(one.Subscription.Following.Subject) ? " – when there is an answer" : " – when the answer changes" : $" – {When(one.Subscription.Timetable)}"),
            .. Next(IsWatch(one.Subscription) ? null : clock.Next(one.Subscription.Timetable)),
        ]));
        return new Reply([.. question is null ? [] : new ReplyBlock[] { Line(question) }, .. lines, .. numbered.Count > MostButtons ? new ReplyBlock[] { Line(PhraseCatalogue.EndTheOthers) } : []], [], [.. numbered.Take(MostButtons).Select(one => Stop(one.Subscription, one.Number))]);
    }

    /// <summary>The reply with a word that nothing can come for lack of a right; as it is where none is lacking.</summary>
    public static Reply WaitingFor(string? right, Reply reply) => right is null ? reply : reply with { Blocks = [.. reply.Blocks, Line(PhraseCatalogue.MayNotWriteHere(right))] };

    /// <summary>Whether it is a watch.</summary>
    public static bool IsWatch(Subscription subscription) => subscription.Following.Kind == SubscriptionKind.Question;

    /// <summary>What is said when a subscription is made, with a button that ends it.</summary>
    /// <param name="made">The subscription.</param>
    /// <param name="before">How often the same was told until now; null where it wasn't followed.</param>
    /// <param name="clock">The chat's.</param>
    public static Reply Made(Subscription made, Timetable? before, ChatClock clock) => new(
        [
            new ReplyBlock.Line(
            [
                new ReplySpan.Words(PhraseCatalogue.Subscribed(made.Following.Label, When(made.Timetable))), .. Next(clock.Next(made.Timetable)),
                new ReplySpan.Words($"{(before is { } earlier ? PhraseCatalogue.InsteadOf(When(earlier)) : "")}."),
            ]),
        ],
        [],
        [StopFollowing(made)]);

    /// <summary>A chat's settings and when its digests come by them, with buttons to change them.</summary>
    public static Reply Settings(ChatSettings settings, string topicZone, ChatClock clock, IReadOnlyList<Subscription> subscriptions)
    {
        var digests = subscriptions.Where(subscription => !IsWatch(subscription)).Select(subscription => subscription.Timetable).Distinct().Where(timetable => clock.Next(timetable) is not null)
            .Select(timetable => new ReplyBlock.Line([new ReplySpan.Words($"{PhraseCatalogue.DigestOf(When(timetable))}"), .. Next(clock.Next(timetable))]));
        ReplyBlock[] untilWhen = clock.QuietUntil is { } end ? [new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.QuietUntil + " "), end, new ReplySpan.Words(".")])] : [];
        var quiet = settings.Quiet is { } hours ? $"{Clock(hours.From)} to {Clock(hours.To)}" : null;
        return new Reply(
            [Line(PhraseCatalogue.Hours(FixedZones.NameOf(settings.TimeZone ?? topicZone), quiet)), .. untilWhen, .. digests, Line(PhraseCatalogue.Corrections(settings.Corrections)), new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.SettingsUsage)])], [],
            [
                quiet is null ? new ReplyAction(ReplyActionKind.Command, "Quiet from 22 to 7", "/settings quiet 22-7") : new ReplyAction(ReplyActionKind.Command, "No quiet hours", "/settings quiet off"),
                settings.Corrections ? new ReplyAction(ReplyActionKind.Command, "No corrections", "/settings corrections off") : new ReplyAction(ReplyActionKind.Command, "Tell corrections", "/settings corrections on"),
            ]);
    }

    /// <summary>The button that ends a subscription or a watch.</summary>
    public static ReplyAction Stop(Subscription subscription, int number) => new(
        ReplyActionKind.Command, string.Create(CultureInfo.InvariantCulture, $"Stop {(IsWatch(subscription) ? "watch " : "")}{number}"),
        string.Create(CultureInfo.InvariantCulture, $"/{(IsWatch(subscription) ? "unwatch" : "unsubscribe")} id:{subscription.Id}"));

    /// <summary>The button that ends a subscription or a watch, by what it is.</summary>
    public static ReplyAction StopFollowing(Subscription subscription) => new(
        ReplyActionKind.Command, $"Stop {(IsWatch(subscription) ? "watching" : "following")} {(subscription.Following.Label is { Length: <= 40 } label ? label : subscription.Following.Label[..39] + "…")}",
        string.Create(CultureInfo.InvariantCulture, $"/{(IsWatch(subscription) ? "unwatch" : "unsubscribe")} id:{subscription.Id}"));

    /// <summary>"at once", "every day at 9:00", "every Monday at 9:00".</summary>
    public static string When(Timetable timetable) => timetable.Rhythm switch
    {
        Rhythm.Daily => string.Create(CultureInfo.InvariantCulture, $"every day at {timetable.Hour}:00"),
        Rhythm.Weekly => string.Create(CultureInfo.InvariantCulture, $"every {TimetableReader.DayName(timetable.Weekday)} at {timetable.Hour}:00"),
        _ => "at once",
    };

    private static ReplySpan[] Next(ReplySpan.Moment? moment) => moment is null ? [] : [new ReplySpan.Words($" ({PhraseCatalogue.NextDigest} "), moment, new ReplySpan.Words(")")];

    private static string Short(Timetable timetable) => timetable.Rhythm switch { Rhythm.Daily => "Subscribe daily", Rhythm.Weekly => "Subscribe weekly", _ => "Subscribe at once" };

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60}:{minute % 60:00}");

    private static ReplyBlock.Line Line(string words) => new([new ReplySpan.Words(words)]);
}
