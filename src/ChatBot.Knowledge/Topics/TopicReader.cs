using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Topics;

/// <summary>
/// Reads a topic from the texts of its files: <c>topic.yaml</c>, and, where they exist, <c>entities.yaml</c>, <c>attributes.yaml</c>,
/// <c>intents.yaml</c> and <c>lexicon.yaml</c>. Everything wrong is found in one pass, each with its file, line and column.
/// </summary>
public static class TopicReader
{
    private const string TopicFile = "topic.yaml";

    /// <summary>The names of the files that a topic is read from; others in its folder are left alone.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [TopicFile, "entities.yaml", "attributes.yaml", "intents.yaml", "lexicon.yaml"];

    /// <summary>Reads a topic.</summary>
    /// <param name="files">Texts by name relative to the topic's folder. Names that are none of <see cref="FileNames"/> are ignored, unless they look like one mistyped.</param>
    /// <param name="topicId">The folder's name.</param>
    /// <param name="zones">The ids of time zones that exist; null: only the form of a zone's id is looked at.</param>
    public static TopicReadResult Read(IReadOnlyDictionary<string, string> files, string topicId, IReadOnlyCollection<string>? zones = null)
    {
        var problems = FileNames.ToDictionary(name => name, name => new TopicProblems(name), StringComparer.Ordinal);
        var misnamed = files.Keys.Where(name => !FileNames.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Nearest: IsYaml(name) ? NearestName.Of(name, FileNames.Where(known => !files.ContainsKey(known))) : null))
            .Where(file => file.Nearest is not null).ToArray();

        var entities = Open("entities.yaml") is { } entitiesMap ? new EntitiesFile(problems["entities.yaml"]).Read(entitiesMap) : null;
        var entityIds = new KnownIds("entity", "entities.yaml", entities?.Select(entity => entity.Id.Value).ToHashSet(StringComparer.Ordinal));
        var attributes = Open("attributes.yaml") is { } attributesMap ? new AttributesFile(problems["attributes.yaml"], entityIds).Read(attributesMap) : null;
        var attributeIds = new KnownIds("attribute", "attributes.yaml", attributes?.Select(attribute => attribute.Id).ToHashSet(StringComparer.Ordinal));
        var intents = Open("intents.yaml") is { } intentsMap ? new IntentsFile(problems["intents.yaml"], attributeIds).Read(intentsMap) : [];
        var lexicon = Open("lexicon.yaml") is { } lexiconMap ? new LexiconFile(problems["lexicon.yaml"]).Read(lexiconMap) : [];

        var topic = Topic.None with { Id = topicId, Entities = entities ?? [], Attributes = attributes ?? [], Intents = intents, Lexicon = lexicon };
        if (Open(TopicFile) is { } topicMap) topic = ReadTopic(topicMap, topic, entityIds, zones, problems[TopicFile]);
        else if (IsMissing(TopicFile)) problems[TopicFile].Add(1, 1, "the file is missing; a topic needs it, with 'title:' and 'description:'");
        if (entityIds.Unchecked.Count > 0 && IsMissing("entities.yaml")) problems["entities.yaml"].Add(1, 1, entityIds.MissingFile());
        if (attributeIds.Unchecked.Count > 0 && IsMissing("attributes.yaml")) problems["attributes.yaml"].Add(1, 1, attributeIds.MissingFile());

        TopicProblem[] errors =
        [
            .. misnamed.Select(file => new TopicProblem(file.Name, 1, 1, $"no topic has a file of this name; did you mean '{file.Nearest}'?")),
            .. problems.Values.SelectMany(file => file.Errors.OrderBy(error => (error.Line, error.Column))),
        ];
        if (errors.Length > 0) return new TopicReadResult.Invalid(errors);
        return new TopicReadResult.Read(topic, [.. problems.Values.SelectMany(file => file.Warnings.OrderBy(warning => (warning.Line, warning.Column)))]);

        YamlMap? Open(string name) => files.TryGetValue(name, out var text) ? new YamlFile(problems[name]).Read(text) : null;

        bool IsMissing(string name) => !files.ContainsKey(name) && !misnamed.Any(file => file.Nearest == name);
    }

    private static Topic ReadTopic(YamlMap file, Topic topic, KnownIds entities, IReadOnlyCollection<string>? zones, TopicProblems problems)
    {
        var record = new YamlRecord(file, "topic.yaml", problems, "title", "description", "subject", "time-zone", "suggestions", "floor");
        var subject = record.Reference("subject", entities);
        var zone = record.Optional("time-zone");
        if (zone is not null && !IsTimeZone(zone, zones))
            problems.Add(record.At("time-zone"), $"'{zone}' is no time zone; " + (NearestZone(zone, zones) is { } nearest
                ? $"did you mean '{nearest}'?"
                : "use an IANA name such as 'Europe/Amsterdam' or 'Etc/UTC'"));
        return topic with
        {
            Title = record.Required("title"),
            Description = record.Required("description"),
            Subject = subject is null ? null : new EntityId(subject),
            TimeZone = zone ?? topic.TimeZone,
            Suggestions = record.List("suggestions"),
            Floor = Floor(record, problems),
        };
    }

    private static int? Floor(YamlRecord record, TopicProblems problems)
    {
        if (record.Optional("floor") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100) return percent;
        problems.Add(record.At("floor"), $"'{text}' is no percentage; write a whole number from 0 to 100");
        return null;
    }

    /// <summary>Whether it has the form Area/Place and, where it is known which zones there are, is one.</summary>
    private static bool IsTimeZone(string text, IReadOnlyCollection<string>? zones)
    {
        var parts = text.Split('/');
        return (zones is null || zones.Contains(text)) && parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && char.IsAsciiLetterUpper(part[0])
            && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'));
    }

    /// <summary>The zone that is meant: "Europe/London" by "Europe/Lundon" and by "London".</summary>
    private static string? NearestZone(string typed, IReadOnlyCollection<string>? zones)
    {
        var written = typed.Replace(' ', '_');
        var named = (zones ?? []).Where(zone => zone.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return named.Find(zone => zone.EndsWith("/" + written, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Of(written, named);
    }

    private static bool IsYaml(string name) =>
        !name.Contains('/', StringComparison.Ordinal)
        && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
}
