using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Text;

namespace ChatBot.Subscriptions;

/// <summary>What somebody typed behind <c>/subscribe</c>, as it was read.</summary>
/// <param name="Following">What is to be followed; null where nothing of that name is known and no word carries anything.</param>
/// <param name="Timetable">How often; at once, unless said otherwise.</param>
/// <param name="IsConfirmed">Whether the preview was seen and agreed to.</param>
internal sealed record SubscribeRequest(Following? Following, Timetable Timetable, bool IsConfirmed);

/// <summary>Reads <c>[to] [how]</c>: "Trump daily at 9", "everything weekly on Monday", "drones, sanctions". Pure.</summary>
internal static class FollowingReader
{
    /// <summary>The local hour of a digest where none is named.</summary>
    public const int UsualHour = 9;

    private const string Confirm = "confirm ";

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads the words behind the command.</summary>
    public static SubscribeRequest Read(string argument, KnowledgeBase knowledge)
    {
        var confirmed = argument.StartsWith(Confirm, StringComparison.OrdinalIgnoreCase);
        var (what, timetable) = Timetable(confirmed ? argument[Confirm.Length..].Trim() : argument);
        return new SubscribeRequest(Following(what, knowledge), timetable, confirmed);
    }

    /// <summary>The words that give the same request, confirmed.</summary>
    public static string Confirmed(Following following, Timetable timetable)
    {
        var what = following.Kind == SubscriptionKind.Everything ? "everything" : $"{following.Kind.ToString().ToLowerInvariant()}:{following.Subject}";
        return timetable.Rhythm switch
        {
            Rhythm.Daily => string.Create(CultureInfo.InvariantCulture, $"{Confirm}{what} daily at {timetable.Hour}"),
            Rhythm.Weekly => string.Create(CultureInfo.InvariantCulture, $"{Confirm}{what} weekly on {Days[timetable.Weekday - 1]} at {timetable.Hour}"),
            _ => $"{Confirm}{what} instant",
        };
    }

    /// <summary>The name of a weekday, 1 is Monday.</summary>
    public static string DayName(int weekday) => char.ToUpperInvariant(Days[weekday - 1][0]) + Days[weekday - 1][1..];

    private static (string What, Timetable Timetable) Timetable(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = words.Length - 1; i >= 0; i--)
        {
            Rhythm? rhythm = words[i].ToLowerInvariant().TrimEnd(',', '.') switch
            {
                "instant" or "instantly" or "immediately" => Rhythm.Instant,
                "daily" => Rhythm.Daily,
                "weekly" => Rhythm.Weekly,
                _ => null,
            };
            if (rhythm is not { } found) continue;
            var (hour, weekday) = (UsualHour, 1);
            foreach (var word in words[(i + 1)..].Select(word => word.ToLowerInvariant().TrimEnd(',', '.')))
            {
                if (word is "on" or "at" or "every") continue;
                if (Array.FindIndex(Days, day => day == word || day[..3] == word) is >= 0 and var day) weekday = day + 1;
                else if (Hour(word) is { } read) hour = read;
                else return (text, new Timetable(Rhythm.Instant, UsualHour, 1));
            }
            return (string.Join(' ', words[..i]).TrimEnd(','), new Timetable(found, hour, weekday));
        }
        return (text, new Timetable(Rhythm.Instant, UsualHour, 1));
    }

    /// <summary>"9", "9:00", "9am", "9pm", "21h".</summary>
    public static int? Hour(string word)
    {
        var afternoon = word.EndsWith("pm", StringComparison.Ordinal);
        var digits = word.Replace("am", "", StringComparison.Ordinal).Replace("pm", "", StringComparison.Ordinal).TrimEnd('h').Split(':')[0];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        if (afternoon && hour < 12) hour += 12;
        return hour is >= 0 and <= 23 ? hour : null;
    }

    private static Following? Following(string what, KnowledgeBase knowledge)
    {
        var text = what.Trim();
        if (text.StartsWith("to ", StringComparison.OrdinalIgnoreCase)) text = text[3..].Trim();
        if (Folding.Fold(text) is "" or "everything" or "all" or "all news" or "news") return new Following(SubscriptionKind.Everything, "", "all news");
        if (text.EndsWith('?')) return new Following(SubscriptionKind.Question, text, text);
        foreach (var kind in new[] { SubscriptionKind.Entity, SubscriptionKind.Attribute, SubscriptionKind.Source, SubscriptionKind.Keywords })
            foreach (var end in new[] { ":", " " })
                if (text.StartsWith(kind.ToString() + end, StringComparison.OrdinalIgnoreCase)) return Named(kind, text[(kind.ToString().Length + 1)..].Trim(), knowledge);
        return Named(SubscriptionKind.Entity, text, knowledge) ?? Named(SubscriptionKind.Attribute, text, knowledge) ?? Named(SubscriptionKind.Source, text, knowledge)
            ?? Misspelt(text, knowledge) ?? Named(SubscriptionKind.Keywords, text, knowledge);
    }

    private static Following? Named(SubscriptionKind kind, string text, KnowledgeBase knowledge)
    {
        var name = Folding.Fold(text);
        switch (kind)
        {
            case SubscriptionKind.Entity:
                return knowledge.Topic.Entities.FirstOrDefault(entity => entity.Id.Value == text || entity.Aliases.Concat(entity.AskedAs).Prepend(entity.Name).Any(known => Folding.Fold(known) == name)) is { } found
                    ? new Following(kind, found.Id.Value, found.Name)
                    : null;
            case SubscriptionKind.Attribute:
                return knowledge.Topic.Attributes.FirstOrDefault(attribute => attribute.Id == text || Folding.Fold(attribute.Label) == name || Folding.Fold(attribute.Label) == "the " + name) is { } asked
                    ? new Following(kind, asked.Id, asked.Label)
                    : null;
            case SubscriptionKind.Source:
                return knowledge.Documents.Select(document => document.Document.Source.Publisher).FirstOrDefault(publisher => publisher is not null && Folding.Fold(publisher) == name) is { } outlet
                    ? new Following(kind, outlet, outlet)
                    : null;
            default:
                return text.Length <= Keywords.Longest && Keywords.Read(text) is not null ? new Following(SubscriptionKind.Keywords, text, $"“{text}”") : null;
        }
    }

    private static Following? Misspelt(string text, KnowledgeBase knowledge) =>
        !text.Contains(',', StringComparison.Ordinal) && NearestName.Of(text, knowledge.Topic.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name))) is { } nearest ? Named(SubscriptionKind.Entity, nearest, knowledge) : null;
}
