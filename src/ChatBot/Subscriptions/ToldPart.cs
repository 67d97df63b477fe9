using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>News of one update with which a delivery did the same.</summary>
/// <param name="Told">The update with these news alone.</param>
/// <param name="Ways">The ways in which the chat follows it.</param>
/// <param name="Fate">What the delivery did with them; null where it has not gone out, didn't arrive, or went out before that was noted.</param>
internal sealed record ToldPart(StoredUpdate Told, IReadOnlyList<DeliveryRecord> Ways, NewsFate? Fate)
{
    /// <summary>When they were told, or are due.</summary>
    public DateTimeOffset At => Ways[0].EndedAt ?? Ways[0].DueAt;

    /// <summary>Whether it waits though all by which the chat followed it was ended since: it will not be sent.</summary>
    public bool IsEnded { get; init; }

    /// <summary>Whether it waits for its time.</summary>
    public bool IsWaiting => Ways[0].State is "waiting" or "sending";

    /// <summary>Why they were left out; null where they weren't.</summary>
    public string? Why => Fate switch
    {
        NewsFate.TakenBack => PhraseCatalogue.TakenBackBefore,
        NewsFate.Overtaken => PhraseCatalogue.OvertakenBefore,
        NewsFate.Undone => PhraseCatalogue.UndoneBefore,
        NewsFate.ToldAlready => PhraseCatalogue.ToldOtherwise,
        _ => null,
    };

    /// <summary>What a delivery did with an update's news, by its record; without one, what was for the chat and not told before.</summary>
    public static IEnumerable<ToldPart> Of(StoredUpdate update, IReadOnlyList<DeliveryRecord> ways, IReadOnlyList<DeliveryRecord> all, Dictionary<long, Subscription> followed)
    {
        if (ways[0] is { EndedAt: not null, Told: { } record })
            return record.Select(told => new ToldPart(update.Only([.. update.Content.Lines.Where(line => told.Lines.Contains(line.Number))]), ways, told.Fate)).Where(part => part.Told.Content.Lines.Count > 0);
        var ended = ways[0].EndedAt ?? DateTimeOffset.MaxValue;
        var part = new ToldPart(update.For(In(ways), In(all.Where(record => record.UpdateId == update.Id && record.DeliveryId != ways[0].DeliveryId && record is { State: "sent", EndedAt: { } at } && at < ended))), ways, null);
        return [part with { IsEnded = part.IsWaiting && ways.All(record => record.SubscriptionId != DeliveryItem.NoSubscription && !followed.ContainsKey(record.SubscriptionId)) }];

        IReadOnlyList<Interest> In(IEnumerable<DeliveryRecord> records) => [.. records.Select(record => followed.GetValueOrDefault(record.SubscriptionId)?.Following).OfType<Following>().Distinct().Select(Interests.Of)];
    }

    /// <summary>By what the chat was told a piece of it, as a sentence.</summary>
    public string Reason(StoredUpdate piece, Dictionary<long, Subscription> followed)
    {
        if (Told.Content.IsCorrection) return PhraseCatalogue.BecauseCorrected;
        var ways = WaysOf(piece, followed);
        var labels = ways.Where(following => following.Kind != SubscriptionKind.Question).Select(following => following.Label).ToList();
        return Told.Question is not null && ways.Count > 0 ? PhraseCatalogue.BecauseWatched : labels.Count > 0 ? PhraseCatalogue.BecauseOf(string.Join(", ", labels)) : PhraseCatalogue.BecauseThen;
    }

    /// <summary>The same in a list.</summary>
    public ReplySpan[] Reasons(StoredUpdate piece, Dictionary<long, Subscription> followed)
    {
        var ways = WaysOf(piece, followed);
        if (ways.Count == 0 && HasEnded(Ways, followed)) return [new ReplySpan.Words(", " + PhraseCatalogue.BecauseEnded)];
        var labels = ways.GroupBy(following => following.Kind == SubscriptionKind.Question)
            .Select(same => same.Key ? PhraseCatalogue.BecauseWatchedShort : PhraseCatalogue.Because(string.Join(", ", same.Select(following => following.Label))))
            .Concat(Told.Content.IsCorrection ? [PhraseCatalogue.BecauseShown] : Array.Empty<string>()).ToList();
        return labels.Count > 0 ? [new ReplySpan.Words(", " + string.Join(", ", labels))] : [];
    }

    /// <summary>What is still followed and brought a piece of it; where no line shows by what it came and nothing has been ended, all.</summary>
    private List<Following> WaysOf(StoredUpdate piece, Dictionary<long, Subscription> followed)
    {
        var ways = Ways.Select(record => followed.GetValueOrDefault(record.SubscriptionId)?.Following).OfType<Following>().Distinct().ToList();
        var own = ways.FindAll(following => piece.IsOf(Interests.Of(following)));
        return own.Count > 0 || HasEnded(Ways, followed) ? own : ways;
    }

    /// <summary>Whether one of the ways in which it was followed has been ended since.</summary>
    public static bool HasEnded(IEnumerable<DeliveryRecord> ways, Dictionary<long, Subscription> followed) =>
        ways.Any(record => record.SubscriptionId != DeliveryItem.NoSubscription && !followed.ContainsKey(record.SubscriptionId));

    /// <summary>What waits for nothing any more is left out where another delivery tells it or is to.</summary>
    public static List<ToldPart> WithoutToldElsewhere(IEnumerable<ToldPart> parts)
    {
        var left = new List<ToldPart>();
        foreach (var part in parts.OrderBy(part => part.IsEnded))
        {
            var own = !part.IsEnded ? part : part with { Told = part.Told.Only([.. part.Told.Content.Lines.Where(line => !left.Exists(other => other.Told.Id == part.Told.Id && other.Told.Content.Lines.Contains(line)))]) };
            if (own.Told.Content.Lines.Count > 0) left.Add(own);
        }
        return left;
    }

    /// <summary>What became of it, in words.</summary>
    public ReplySpan[] State(ChatClock clock, IReadOnlyList<ChatAbsence> absences, DateTimeOffset? paused)
    {
        if (Why is { } why) return [new ReplySpan.Words(why)];
        if (IsEnded) return [new ReplySpan.Words(PhraseCatalogue.EndedBefore)];
        var record = Ways[0];
        var at = record.EndedAt ?? record.DueAt;
        return record.State switch
        {
            "waiting" or "sending" when paused is { } since => [new ReplySpan.Words(PhraseCatalogue.WaitsForRight + " "), clock.At(since)],
            "waiting" or "sending" => [new ReplySpan.Words(PhraseCatalogue.WaitsUntil + " "), clock.At(record.DueAt)],
            "gone" => WhyNotSent.Closed(absences.FirstOrDefault(absence => absence.Has(at), new ChatAbsence(at, null)), clock),
            "refused" when record.Problem == DeliveryPump.NothingLeft => [new ReplySpan.Words(PhraseCatalogue.OverBefore)],
            "refused" => [new ReplySpan.Words(PhraseCatalogue.PlatformRefused + " "), clock.At(at)],
            "unknown" => [new ReplySpan.Words(PhraseCatalogue.PerhapsDelivered + " "), clock.At(at)],
            _ => [new ReplySpan.Words((Fate == NewsFate.Counted ? PhraseCatalogue.CountedIn : PhraseCatalogue.SentAt) + " "), clock.At(at), .. record.Doubtful > 0 ? new ReplySpan[] { new ReplySpan.Words("; " + PhraseCatalogue.PerhapsTwice) } : []],
        };
    }
}
