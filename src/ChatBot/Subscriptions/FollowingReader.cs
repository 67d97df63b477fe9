using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Text;

namespace ChatBot.Subscriptions;

/// <summary>What somebody typed behind <c>/subscribe</c>, as it was read.</summary>
/// <param name="Following">What is to be followed; null where nothing of that name is known and no word carries anything.</param>
/// <param name="Timetable">How often; at once, unless said otherwise.</param>
/// <param name="IsConfirmed">Whether the preview was seen and agreed to.</param>
/// <param name="Problem">What is said where words of timing can't be read; else null.</param>
internal sealed record SubscribeRequest(Following? Following, Timetable Timetable, bool IsConfirmed, string? Problem = null);

/// <summary>Reads <c>[to] [how]</c>: "Trump daily at 9", "everything weekly on Monday", "drones, sanctions". Pure.</summary>
internal static class FollowingReader
{
    private const string Confirm = "confirm ";

    /// <summary>Reads the words behind the command.</summary>
    public static SubscribeRequest Read(string argument, KnowledgeBase knowledge)
    {
        var confirmed = argument.StartsWith(Confirm, StringComparison.OrdinalIgnoreCase);
        var timed = TimetableReader.Read(confirmed ? argument[Confirm.Length..].Trim() : argument);
        return new SubscribeRequest(timed.Problem is null ? Following(timed.What, knowledge) : null, timed.Timetable, confirmed, timed.Problem);
    }

    /// <summary>The words that give the same request, confirmed.</summary>
    public static string Confirmed(Following following, Timetable timetable)
    {
        var what = following.Kind == SubscriptionKind.Everything ? "everything" : $"{following.Kind.ToString().ToLowerInvariant()}:{following.Subject}";
        return timetable.Rhythm switch
        {
            Rhythm.Daily => string.Create(CultureInfo.InvariantCulture, $"{Confirm}{what} daily at {timetable.Hour}"),
            Rhythm.Weekly => string.Create(CultureInfo.InvariantCulture, $"{Confirm}{what} weekly on {TimetableReader.DayName(timetable.Weekday)} at {timetable.Hour}"),
            _ => $"{Confirm}{what} instant",
        };
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
