using ChatBot.Chat;
using ChatBot.Deliveries;
using NodaTime;

namespace ChatBot.Subscriptions;

/// <summary>The time in a chat, by its settings.</summary>
/// <param name="Now">The moment that it is.</param>
/// <param name="Zone">The chat's zone.</param>
/// <param name="Quiet">Hours in which nothing is sent; null: none.</param>
internal readonly record struct ChatClock(DateTimeOffset Now, DateTimeZone Zone, QuietHours? Quiet)
{
    /// <summary>The clock of a chat; one that set no zone has the topic's, and where that is none, UTC.</summary>
    public static ChatClock Of(ChatSettings settings, string topicZone, DateTimeOffset now) =>
        new(now, DeliverySchedule.Zone(settings.TimeZone ?? topicZone) ?? DateTimeZone.Utc, settings.Quiet);

    /// <summary>When the quiet hours end; null outside them.</summary>
    public ReplySpan.Moment? QuietUntil => DeliverySchedule.Due(Now, new Timetable(Rhythm.Instant, 0, 1), Zone, Quiet) is { IsJoinable: true } quiet ? At(quiet.DueAt) : null;

    /// <summary>A moment, as a reply shows it in that chat.</summary>
    public ReplySpan.Moment At(DateTimeOffset moment) => new(Instant.FromDateTimeOffset(moment).InZone(Zone));

    /// <summary>When the next digest is due; null where news are told at once.</summary>
    public ReplySpan.Moment? Next(Timetable timetable) => timetable.Rhythm == Rhythm.Instant ? null : At(DeliverySchedule.Due(Now, timetable, Zone, Quiet).DueAt);
}
