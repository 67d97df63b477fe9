using ChatBot.Chat;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Commands;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using NodaTime;

namespace ChatBot.Discord.Writing;

/// <summary>What a half-typed option may become, out of what is known. The lists are made once for each state of the knowledge. Safe for use by many threads.</summary>
internal sealed class DiscordSuggestions(Func<KnowledgeBase> current)
{
    private const int LongestChoice = 100;

    private static readonly Entry[] Rhythms = [.. Typed("instant", "daily at 9", "daily at 18", "weekly on Monday at 9", "weekly on Friday at 17")];

    private static readonly Entry[] Spans = [.. Typed("today", "yesterday", "3 days", "1 week", "2 weeks", "1 month")];

    private volatile Lists? _lists;

    /// <summary>Whether there is anything to offer for an option of that name.</summary>
    public static bool Offers(string option) => option is "name" or "speaker" or "about" or "to" or "document" or "question" or "how" or "since" or "what" or "which";

    /// <summary>At most 25, those first whose names begin with what is typed.</summary>
    /// <param name="option">The option.</param>
    /// <param name="typed">What stands in it so far.</param>
    /// <param name="ofChat">What the command can be about in this chat; empty where it is about what is known.</param>
    public IReadOnlyList<ApplicationCommandChoice> For(string option, string typed, IReadOnlyList<ArgumentChoice> ofChat)
    {
        var lists = Of(current());
        var entries = ofChat.Count > 0 ? [.. ofChat.Select(choice => Entry.Of(choice.Label, choice.Argument, []))] : option switch
        {
            "name" => lists.Names,
            "speaker" => lists.Speakers,
            "about" or "to" => lists.Matters,
            "document" => lists.Documents,
            "question" => lists.Questions,
            "how" => Rhythms,
            "since" => Spans,
            "what" => lists.Settings,
            _ => [],
        };
        var wanted = Folding.Fold(typed).Trim();
        return [.. entries.Select(entry => (entry, Rank: entry.Rank(wanted))).Where(pair => pair.Rank < Entry.NoMatch).OrderBy(pair => pair.Rank).Take(DiscordConfig.MaxAutocompleteChoices)
            .Select(pair => new ApplicationCommandChoice(DiscordReplyWriter.Shortened(pair.entry.Name, LongestChoice), pair.entry.Value))];
    }

    /// <summary>Texts that are given to the command as they are shown.</summary>
    private static IEnumerable<Entry> Typed(params IEnumerable<string> texts) => texts.Select(text => Entry.Of(text, text, []));

    private Lists Of(KnowledgeBase knowledge)
    {
        if (_lists is { } made && ReferenceEquals(made.Knowledge, knowledge)) return made;
        return _lists = Lists.Of(knowledge);
    }

    /// <param name="Name">What is shown.</param>
    /// <param name="Value">What is given to the command.</param>
    /// <param name="Folded">All names by which it is found.</param>
    private sealed record Entry(string Name, string Value, IReadOnlyList<string> Folded)
    {
        public const int NoMatch = 4;

        public static Entry Of(string name, string value, IEnumerable<string> aliases) => new(name, value, [.. aliases.Prepend(name).Select(alias => Folding.Fold(alias))]);

        /// <summary>The better, the lower: begins so, has a word that begins so, is called so otherwise.</summary>
        public int Rank(string wanted)
        {
            if (wanted.Length == 0 || Folded[0].StartsWith(wanted, StringComparison.Ordinal)) return 0;
            if (Folded[0].Contains(" " + wanted, StringComparison.Ordinal)) return 1;
            if (Folded.Any(name => name.StartsWith(wanted, StringComparison.Ordinal))) return 2;
            return Folded.Any(name => name.Contains(wanted, StringComparison.Ordinal)) ? 3 : NoMatch;
        }
    }

    private sealed record Lists(
        KnowledgeBase Knowledge, IReadOnlyList<Entry> Names, IReadOnlyList<Entry> Speakers, IReadOnlyList<Entry> Matters, IReadOnlyList<Entry> Documents, IReadOnlyList<Entry> Questions,
        IReadOnlyList<Entry> Settings)
    {
        /// <summary>What is spoken of most comes first.</summary>
        public static Lists Of(KnowledgeBase knowledge)
        {
            var facts = knowledge.Documents.SelectMany(document => document.Facts).ToList();
            var spokenOf = facts.SelectMany(fact => fact.Entities.Select(mention => mention.Id).Distinct()).CountBy(id => id).ToDictionary();
            var spoke = facts.Select(fact => fact.Attribution.Speaker).OfType<EntityId>().CountBy(id => id).ToDictionary();
            var topic = knowledge.Topic;
            var known = topic.Entities.Where(entity => entity.Name.Length <= LongestChoice).ToList();
            return new Lists(
                knowledge,
                Named(known.Where(entity => entity.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country), spokenOf),
                Named(known.Where(entity => spoke.ContainsKey(entity.Id)), spoke),
                [.. topic.Attributes.Where(attribute => attribute.Entity is not null).DistinctBy(attribute => attribute.Label).Select(attribute => Entry.Of(attribute.Label, attribute.Label, [])), .. Named(known, spokenOf)],
                [
                    .. knowledge.Documents.Select(document => document.Document).OrderByDescending(document => document.Source.Published ?? DateOnly.MinValue)
                        .Where(document => document.Id.Value.Length <= LongestChoice)
                        .Select(document => Entry.Of(string.Join(", ", new[] { document.Source.Publisher, document.Source.Title ?? document.Id.Value }.OfType<string>()), document.Id.Value, [document.Id.Value])),
                ],
                [.. topic.Suggestions.Where(question => question.Length <= LongestChoice).Select(question => Entry.Of(question, question, []))],
                [.. Typed("quiet 22-7", "quiet off", "corrections on", "corrections off"), .. Zones(topic.TimeZone)]);
        }

        /// <summary>Those in which most people live who may ask, from west to east; the others are found by typing.</summary>
        private static readonly string[] LikelyZones =
        [
            "Etc/UTC", "America/Los_Angeles", "America/Chicago", "America/New_York", "America/Sao_Paulo", "Europe/London", "Africa/Lagos", "Europe/Paris", "Europe/Berlin", "Europe/Warsaw",
            "Europe/Kyiv", "Africa/Cairo", "Europe/Istanbul", "Asia/Dubai", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney",
        ];

        /// <summary>Time zones, the topic's first and then the likely; found by their place too.</summary>
        private static IEnumerable<Entry> Zones(string first) => DateTimeZoneProviders.Tzdb.Ids
            .Where(id => id == first || LikelyZones.Contains(id) || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .OrderBy(id => id == first ? -1 : Array.IndexOf(LikelyZones, id) is >= 0 and var place ? place : LikelyZones.Length)
            .Select(id => Entry.Of("zone " + id, "zone " + id, [id, PlaceOf(id), "zone " + PlaceOf(id)]));

        private static string PlaceOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');


        private static List<Entry> Named(IEnumerable<Entity> entities, Dictionary<EntityId, int> counts) =>
            [.. entities.OrderByDescending(entity => counts.GetValueOrDefault(entity.Id)).ThenBy(entity => entity.Name, StringComparer.Ordinal).Select(entity => Entry.Of(entity.Name, entity.Name, entity.Aliases))];
    }
}
