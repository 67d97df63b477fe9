using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Subscriptions;

/// <summary>What somebody typed behind <c>/subscribe</c>, as it was read.</summary>
/// <param name="Following">What is to be followed; null where nothing of that name is known and no word carries anything.</param>
/// <param name="Timetable">How often; at once, unless said otherwise.</param>
/// <param name="IsConfirmed">Whether the preview was seen and agreed to.</param>
/// <param name="Problem">What is said where words of timing can't be read; else null.</param>
internal sealed record SubscribeRequest(Following? Following, Timetable Timetable, bool IsConfirmed, string? Problem = null)
{
    /// <summary>The words as typed, where a name was typed with a slip and read as one that is known; else null.</summary>
    public Following? AsTyped { get; init; }

    /// <summary>The names, where several were given at once; each is followed by itself. Empty where one thing was named.</summary>
    public IReadOnlyList<Following> Each { get; init; } = [];

    /// <summary>Words that were typed with a slip, each with the word of timing that it was read as.</summary>
    public IReadOnlyList<(string Typed, string Read)> Misread { get; init; } = [];

    /// <summary>Whether the words say how often, and are read so without a doubt.</summary>
    public bool NamesRhythm { get; init; }

    /// <summary>Whether it is of something that happens ("when the gates open") and names nobody and nothing that could be followed.</summary>
    public bool NamesNobody { get; init; }
}

/// <summary>Reads <c>[to] [how]</c>: "Trump daily at 9", "everything weekly on Monday", "drones, sanctions". Pure.</summary>
internal static class FollowingReader
{
    private const string Confirm = "confirm ";

    /// <summary>Letters of the shortest name in which a slip is looked for, and of the shortest in which two are.</summary>
    private const int ShortestMisspelt = 4, ShortestTwiceMisspelt = 8;

    /// <summary>A request that a button gave for what was offered: these words, so often.</summary>
    public static string Confirmed(string words, string often) => $"{Confirm}{words} {often}";

    /// <summary>Reads the words behind the command.</summary>
    public static SubscribeRequest Read(string argument, KnowledgeBase knowledge)
    {
        var confirmed = argument.StartsWith(Confirm, StringComparison.OrdinalIgnoreCase);
        var words = confirmed ? argument[Confirm.Length..].Trim() : SpokenRequest.WithoutCourtesy(argument);
        var timed = TimetableReader.Read(words);
        // "The Tideline Weekly" is an outlet, and no wish to hear of the tide once a week.
        if (!confirmed && timed.Problem is null && timed.What.Length < words.Length && (Named(SubscriptionKind.Entity, words, knowledge) ?? Named(SubscriptionKind.Source, words, knowledge)) is { } name)
            return new SubscribeRequest(name, new Timetable(Rhythm.Instant, TimetableReader.UsualHour, 1), confirmed);
        if (!confirmed && Misread(words, timed, knowledge) is { } misread) return misread;
        if (timed.Problem is not null) return new SubscribeRequest(null, timed.Timetable, confirmed, timed.Problem);
        if (timed.OrElse is { } other && !IsKnown(timed.What, knowledge) && IsKnown(other.What, knowledge)) timed = other;
        if (!confirmed && SpokenRequest.Event(timed.What) is { } happening) return OfNamed(happening, timed.Timetable, knowledge);
        var following = Following(timed.What, knowledge, out var asTyped);
        if (!confirmed) asTyped ??= NameWithRhythm(words, timed, knowledge);
        var each = confirmed || following is not { Kind: SubscriptionKind.Keywords } ? [] : Names(timed.What, knowledge);
        // "Berg, Berg" is Berg.
        if (each is [var one]) return new SubscribeRequest(one, timed.Timetable, confirmed);
        return new SubscribeRequest(following, timed.Timetable, confirmed) { AsTyped = asTyped, Each = each, NamesRhythm = asTyped is null && timed.What.Length < words.Length };
    }

    /// <summary>The request with what was meant as words of timing and typed with a slip read as such; null where nothing was, or it bears a name as it stands.</summary>
    private static SubscribeRequest? Misread(string words, TimedText asTyped, KnowledgeBase knowledge)
    {
        if (asTyped.Problem is null && Following(asTyped.What, knowledge, out var near) is { Kind: not SubscriptionKind.Keywords } && near is null) return null;
        if (TimingSlips.Read(words, word => IsWritten(word, knowledge) || knowledge.Topic.Entities.Any(entity => entity.Aliases.Prepend(entity.Name).Any(name => Folding.Fold(name).Split(' ').Contains(word)))) is not { } slip) return null;
        var timed = slip.OrElse is { } rhythm ? IsKnown(rhythm.What, knowledge) ? rhythm : null : slip;
        if (timed is null || Following(timed.What, knowledge, out var asNamed) is not { } following) return null;
        return new SubscribeRequest(following, timed.Timetable, false) { Misread = timed.Misread, AsTyped = asNamed ?? (asTyped.Problem is null ? Named(SubscriptionKind.Keywords, asTyped.What, knowledge) : null) };
    }

    /// <summary>"Tideline Weekly": the words that look like a name and were read as a rhythm in part; null where they don't.</summary>
    private static Following? NameWithRhythm(string words, TimedText timed, KnowledgeBase knowledge) =>
        timed.What.Length > 0 && timed.What.Length < words.Length && words.IndexOfAny(['"', '“', '”', ',']) < 0 && Keywords.Read(words) is { MayName: true } && Keywords.Read(timed.What) is not null
            ? Named(SubscriptionKind.Keywords, $"\"{words}\"", knowledge) : null;

    /// <summary>"When Berg speaks": news of whom it names; of several all together, by their names.</summary>
    private static SubscribeRequest OfNamed(string happening, Timetable timetable, KnowledgeBase knowledge)
    {
        var read = knowledge.Ask(happening, Conversation.New).Question;
        // What a question leaves unsaid is the event; a wish for news names whom it is about.
        var named = read.Entities.Where(mention => mention.Span.Length > 0 && mention.Span.End <= read.Text.Length && mention.Span.Of(read.Text) is var name && !StopWords.Contains(Folding.Fold(name)) && happening.Contains(name, StringComparison.Ordinal)).Select(mention => Named(SubscriptionKind.Entity, mention.Id.Value, knowledge)).OfType<Following>().Distinct().ToList();
        var words = Named(SubscriptionKind.Keywords, happening, knowledge);
        return named.Count switch
        {
            0 => new SubscribeRequest(null, timetable, false) { NamesNobody = true },
            1 => new SubscribeRequest(named[0], timetable, false) { AsTyped = words },
            _ => new SubscribeRequest(words, timetable, false) { Each = named },
        };
    }

    /// <summary>The words that give the same request, confirmed.</summary>
    public static string Confirmed(Following following, Timetable timetable) => $"{Confirm}{Words(following)} {Often(timetable)}";

    /// <summary>The words that are read as this and nothing else.</summary>
    public static string Words(Following following) => following.Kind == SubscriptionKind.Everything ? "everything" : $"{following.Kind.ToString().ToLowerInvariant()}:{following.Subject}";

    /// <summary>The words that are read as this timetable.</summary>
    public static string Often(Timetable timetable) => timetable.Rhythm switch
    {
        Rhythm.Daily => string.Create(CultureInfo.InvariantCulture, $"daily at {timetable.Hour}"),
        Rhythm.Weekly => string.Create(CultureInfo.InvariantCulture, $"weekly on {TimetableReader.DayName(timetable.Weekday)} at {timetable.Hour}"),
        _ => "instant",
    };

    /// <summary>Whether any document has something to do with it.</summary>
    public static bool IsSpokenOf(Following following, KnowledgeBase knowledge) => following.Kind != SubscriptionKind.Keywords || Keywords.Read(following.Subject) is not { } words
        || knowledge.Documents.Any(document => document.Facts.Any(fact => words.StandIn(Keywords.StemsOf(fact.Text))));

    /// <summary>Whether something bears this very name, or the words say that they are news of something: "weekly" before it is a rhythm, unless it is a part of a name itself.</summary>
    private static bool IsKnown(string what, KnowledgeBase knowledge) => SpokenRequest.Matter(what) is not null || Following(what, knowledge, out var asTyped) is { Kind: not SubscriptionKind.Keywords } && asTyped is null;

    private static readonly string[] Joining = [",", ";", "&", " and ", " or "];

    /// <summary>"Hungary and Turkey", "Trump, Rutte": what each part names; empty where one of them names nothing.</summary>
    private static IReadOnlyList<Following> Names(string what, KnowledgeBase knowledge)
    {
        if (what.Contains('"', StringComparison.Ordinal)) return [];
        var names = what.Split(Joining, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Following(part, knowledge, out var slip) is { Kind: SubscriptionKind.Entity or SubscriptionKind.Attribute or SubscriptionKind.Source } named && slip is null ? named : null).ToList();
        return names.Count < 2 || names.Contains(null) ? [] : [.. names.OfType<Following>().Distinct()];
    }

    private static Following? Following(string what, KnowledgeBase knowledge, out Following? asTyped)
    {
        asTyped = null;
        var text = what.Trim();
        if (text.StartsWith("to ", StringComparison.OrdinalIgnoreCase)) text = text[3..].Trim();
        var following = Following(text, knowledge, out asTyped, out var isName);
        if (isName) return following;
        if (SpokenRequest.Matter(text) is { } matter) return Following(matter, knowledge, out asTyped, out _);
        return SpokenRequest.Named(text) is { } named && Following(named, knowledge, out _, out var isNamed) is { } known && isNamed ? known : following;
    }

    /// <param name="text">The words.</param>
    /// <param name="knowledge">What is known.</param>
    /// <param name="asTyped">The words as typed, where they were read as a name with a slip in it.</param>
    /// <param name="isName">Whether they are more than keywords.</param>
    private static Following? Following(string text, KnowledgeBase knowledge, out Following? asTyped, out bool isName)
    {
        (asTyped, isName) = (null, true);
        if (Folding.Fold(text) is "" or "everything" or "all" or "all news" or "news") return new Following(SubscriptionKind.Everything, "", "all news");
        if (text.EndsWith('?')) return new Following(SubscriptionKind.Question, text, text);
        foreach (var kind in new[] { SubscriptionKind.Entity, SubscriptionKind.Attribute, SubscriptionKind.Source, SubscriptionKind.Keywords })
            foreach (var end in new[] { ":", " " })
                if (text.StartsWith(kind.ToString() + end, StringComparison.OrdinalIgnoreCase)) return Named(kind, text[(kind.ToString().Length + 1)..].Trim(), knowledge);
        if ((Named(SubscriptionKind.Entity, text, knowledge) ?? Named(SubscriptionKind.Attribute, text, knowledge) ?? Named(SubscriptionKind.Source, text, knowledge) ?? PartOfLabel(text, knowledge) ?? InOtherNumber(text, knowledge)) is { } known) return known;
        isName = false;
        var words = Named(SubscriptionKind.Keywords, text, knowledge);
        if (Misspelt(text, knowledge) is not { } near) return words;
        asTyped = words;
        return near;
    }

    private static Following? Named(SubscriptionKind kind, string text, KnowledgeBase knowledge)
    {
        var name = Folding.Fold(text);
        switch (kind)
        {
            case SubscriptionKind.Entity:
                return knowledge.Topic.Entities.FirstOrDefault(entity => entity.Id.Value == text || entity.Aliases.Concat(entity.AskedAs).Prepend(entity.Name).Any(known => Folding.Fold(known) == name || entity.Kind == EntityKind.Organisation && OutletName.AreSame(known, text))) is { } found
                    ? new Following(kind, found.Id.Value, found.Name)
                    : null;
            case SubscriptionKind.Attribute:
                return knowledge.Topic.Attributes.FirstOrDefault(attribute => attribute.Id == text || Folding.Fold(attribute.Label) == name || Folding.Fold(attribute.Label) == "the " + name) is { } asked
                    ? new Following(kind, asked.Id, asked.Label)
                    : null;
            case SubscriptionKind.Source:
                return knowledge.Documents.Select(document => document.Document.Source.Publisher).FirstOrDefault(publisher => publisher is not null && OutletName.AreSame(publisher, text)) is { } outlet
                    ? new Following(kind, outlet, outlet)
                    : null;
            default:
                return text.Length <= Keywords.Longest && Keywords.Read(text) is { } words ? new Following(SubscriptionKind.Keywords, text, words.Label) : null;
        }
    }

    /// <summary>"Places of the festival", where the label says "the place of the festival": the one attribute whose label has the same words in another number.</summary>
    private static Following? InOtherNumber(string text, KnowledgeBase knowledge)
    {
        var stems = Stems(text);
        var meant = knowledge.Topic.Attributes.Where(attribute => Stems(attribute.Label).SequenceEqual(stems)).Take(2).ToList();
        return stems.Count > 1 && meant is [var one] ? new Following(SubscriptionKind.Attribute, one.Id, one.Label) : null;

        static List<string> Stems(string words) => [.. Tokenizer.Tokenize(words).Where(token => token.Term is not ("the" or "a" or "an")).Select(token => token.Stem)];
    }

    /// <summary>The attribute whose label has these words in a row, and few besides, where there is one such.</summary>
    private static Following? PartOfLabel(string text, KnowledgeBase knowledge)
    {
        var words = Folding.Fold(text);
        var meant = !words.Contains(' ', StringComparison.Ordinal) ? [] : knowledge.Topic.Attributes.Where(attribute => $" {Folding.Fold(attribute.Label)} ".Contains($" {words} ", StringComparison.Ordinal)).Take(2).ToList();
        return meant is [var one] && words.Length * 2 > one.Label.Length ? new Following(SubscriptionKind.Attribute, one.Id, one.Label) : null;
    }

    /// <summary>A name with a slip in it: near in spelling, each word to its own, and nothing that the documents write just so.</summary>
    private static Following? Misspelt(string text, KnowledgeBase knowledge)
    {
        if (text.Contains(',', StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) || text.Length < ShortestMisspelt) return null;
        var names = knowledge.Topic.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name));
        var nearest = NearestName.Of(text, names, text.Length < ShortestTwiceMisspelt ? 1 : 2);
        return nearest is null || !IsNearInEachWord(text, nearest) || (!Stems(text).SetEquals(Stems(nearest)) && IsWritten(text, knowledge)) ? null : Named(SubscriptionKind.Entity, nearest, knowledge);
    }

    /// <summary>Whether of as many words each is the name's or has a slip of its own: "bad news" and "ABC News" are no "BBC News", for a short word that differs is another word.</summary>
    private static bool IsNearInEachWord(string text, string name)
    {
        var (words, own) = (Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries), Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length < 2 || words.Length != own.Length
            || words.Zip(own).All(pair => pair.First == pair.Second || pair.First.Length >= ShortestMisspelt && NearestName.Of(pair.First, [pair.Second], pair.First.Length < ShortestTwiceMisspelt ? 1 : 2) is not null);
    }

    private static HashSet<string> Stems(string text) => Tokenizer.Tokenize(text).Where(token => !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the documents have all of these words, in whatever form.</summary>
    private static bool IsWritten(string text, KnowledgeBase knowledge)
    {
        var missing = Stems(text);
        foreach (var document in knowledge.Documents)
        {
            if (missing.Count == 0) break;
            missing.ExceptWith(Tokenizer.Tokenize(document.Document.Text).Select(token => token.Stem));
        }
        return missing.Count == 0;
    }
}
