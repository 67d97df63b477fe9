using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Knowledge.Topics;

public sealed class TopicReaderTests
{
    private const string Title = "title: A summit\ndescription: Of somebody.\n";

    private const string Entities = """
        entities:
          - id: the-summit
            kind: event
            name: The Summit
            aliases: [summit, "the meeting"]
            asked-as: [it]
          - id: jane-doe
            kind: person
            name: Jane Doe
            represents: freedonia
          - {id: freedonia, kind: country, name: Freedonia}
        """;

    private const string Attributes = """
        attributes:
          - id: summit.dates
            label: the dates of the summit
            entity: the-summit
            value: dates
            cues: [takes place, held]
            excludes: [deadline]
            changes: true
          - id: attendance
            label: who attends
            kinds: [person, country]
            value: yes-no
            yes: [will attend]
            no: [stays away]
          - {id: spending, label: spending, entity: freedonia, value: quantity, units: [percent]}
        """;

    private const string Intents = """
        intents:
          - id: summit-dates
            attribute: summit.dates
            expects: date
            examples:
              - when is it
              - "what day is the {event}"
          - {id: chatter, examples: [tell me about {person}]}
        """;

    private const string Lexicon = """
        groups:
          - [summit, gathering, meeting]
        one-way:
          - [weapons, missiles, tanks]
        """;

    [Fact]
    public void Reads_every_key_of_every_file()
    {
        var topic = Read(
            ("topic.yaml", Title + "subject: the-summit\ntime-zone: Europe/Amsterdam\nsuggestions:\n  - When is it?\n"), ("entities.yaml", Entities),
            ("attributes.yaml", Attributes), ("intents.yaml", Intents.Replace("tell me about {person}", "\"tell me about {person}\"")), ("lexicon.yaml", Lexicon)).Topic;

        Assert.Equal(("summits", "A summit", "Of somebody.", "Europe/Amsterdam"), (topic.Id, topic.Title, topic.Description, topic.TimeZone));
        Assert.Equal(new EntityId("the-summit"), topic.Subject);
        Assert.Equal(["When is it?"], topic.Suggestions);

        Assert.Equal(["the-summit", "jane-doe", "freedonia"], topic.Entities.Select(entity => entity.Id.Value));
        Assert.Equal(["summit", "the meeting"], topic.Entities[0].Aliases);
        Assert.Equal(["it"], topic.Entities[0].AskedAs);
        Assert.Equal((EntityKind.Person, "Jane Doe", new EntityId("freedonia")), (topic.Entities[1].Kind, topic.Entities[1].Name, topic.Entities[1].Represents));

        var dates = topic.Attributes[0];
        Assert.Equal(("summit.dates", AttributeValueKind.Dates, true), (dates.Id, dates.Value, dates.Changes));
        Assert.Equal(["takes place", "held"], dates.Cues);
        Assert.Equal(["deadline"], dates.Excludes);
        Assert.Equal([EntityKind.Person, EntityKind.Country], topic.Attributes[1].EntityKinds);
        Assert.Null(topic.Attributes[1].Entity);
        Assert.Equal(["will attend"], topic.Attributes[1].Yes);
        Assert.Equal(["stays away"], topic.Attributes[1].No);
        Assert.Equal(["percent"], topic.Attributes[2].Units);

        Assert.Equal(("summit.dates", "date"), (topic.Intents[0].Attribute, topic.Intents[0].Expects));
        Assert.Equal(["when is it", "what day is the {event}"], topic.Intents[0].Examples);
        Assert.Equal((null, null), (topic.Intents[1].Attribute, topic.Intents[1].Expects));

        Assert.Equal([false, true], topic.Lexicon.Select(group => group.OneWay));
        Assert.Equal(["weapons", "missiles", "tanks"], topic.Lexicon[1].Phrases);
    }

    [Fact]
    public void Only_the_topic_file_is_needed()
    {
        var topic = Read(("topic.yaml", Title)).Topic;
        Assert.Empty(topic.Entities);
        Assert.Equal("Etc/UTC", topic.TimeZone);
        Assert.Equal("topic.yaml:1:1: the file is missing; a topic needs it, with 'title:' and 'description:'", Assert.Single(Problems(("entities.yaml", Entities))));
    }

    [Theory]
    [InlineData("topic.yaml", Title + "suggestion: [a]", "topic.yaml:3:1: unknown key 'suggestion'; did you mean 'suggestions'?")]
    [InlineData("topic.yaml", Title + "colour: red", "topic.yaml:3:1: unknown key 'colour'; topic.yaml has: title, description, subject, time-zone, suggestions, floor")]
    [InlineData("topic.yaml", Title + "floor: 101", "topic.yaml:3:8: '101' is no percentage; write a whole number from 0 to 100")]
    [InlineData("topic.yaml", Title + "title: B", "topic.yaml:3:1: the key 'title' is given twice (first in line 1); keep one")]
    [InlineData("topic.yaml", "title: A", "topic.yaml:1:1: topic.yaml needs 'description:'")]
    [InlineData("topic.yaml", "title:\ndescription: x", "topic.yaml:1:7: 'title' is empty; give it a value or leave it out")]
    [InlineData("topic.yaml", "title: [a]\ndescription: x", "topic.yaml:1:8: 'title' must be a text, not a list or keys")]
    [InlineData("topic.yaml", Title + "subject: nobody", "topic.yaml:3:10: no entity has the id 'nobody'; add it to entities.yaml, or name one that stands there: the-summit, jane-doe, freedonia")]
    [InlineData("topic.yaml", Title + "subject: freedomia", "topic.yaml:3:10: no entity has the id 'freedomia'; did you mean 'freedonia'?")]
    [InlineData("topic.yaml", Title + "time-zone: CEST", "topic.yaml:3:12: 'CEST' is no time zone; use an IANA name such as 'Europe/Amsterdam' or 'Etc/UTC'")]
    [InlineData("topic.yaml", Title + "suggestions: When?", "topic.yaml:3:14: 'suggestions' must be a list: [When?]")]
    [InlineData("topic.yaml", "", "topic.yaml:1:1: the file is empty; remove it or give it its keys")]
    [InlineData("topic.yaml", "just words", "topic.yaml:1:1: the file must begin with a key such as 'title:' or 'entities:'")]
    [InlineData("topic.yaml", Title + "---\ntitle: B", "topic.yaml:3:1: a second YAML document begins here ('---'); a topic file holds one")]
    [InlineData("topic.yaml", Title + "suggestions: !!set [a]", "topic.yaml:3:14: YAML tags ('!') are not allowed in topic files; put quotes around a text that begins with one")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: person, name: A, aliasses: [b]}", "entities.yaml:2:36: unknown key 'aliasses'; did you mean 'aliases'?")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, name: A}", "entities.yaml:2:5: an entity needs 'kind:'")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: persom, name: A}", "entities.yaml:2:19: 'persom' is no value for 'kind'; did you mean 'person'?")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: robot, name: A}", "entities.yaml:2:19: 'robot' is no value for 'kind'; use one of: person, organisation, place, country, event, thing")]
    [InlineData("entities.yaml", "entities:\n  - {id: A b, kind: person, name: A}", "entities.yaml:2:10: 'A b' is no id; use lower-case letters, digits, hyphens and dots, such as 'jane-doe' or 'event.dates'")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: person, name: A}\n  - {id: a, kind: place, name: B}", "entities.yaml:3:10: the id 'a' is given twice (first in line 2); rename one")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: person, name: A, represents: usa}", "entities.yaml:2:48: no entity has the id 'usa'; add it to entities.yaml, or name one that stands there: a")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: person, name: A, represents: a}", "entities.yaml:2:48: 'a' can't represent itself")]
    [InlineData("entities.yaml", "entities:\n  - {id: a, kind: person, name: Zoe}\n  - {id: b, kind: place, name: B, aliases: [x, ZOE]}", "entities.yaml:3:48: 'ZOE' is already a name of 'a' (line 2); give it to one of the two, or move it to 'asked-as'")]
    [InlineData("entities.yaml", "entities: none", "entities.yaml:1:11: 'entities' must be a list, each item on a line that begins with '- '")]
    [InlineData("entities.yaml", "entities: [a]", "entities.yaml:1:12: each item of 'entities' must have keys, beginning with '- id:'")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, value: dates}", "attributes.yaml:2:5: an attribute needs either 'entity:' (one entity) or 'kinds:' (every entity of these kinds), and not both")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, kinds: [], value: dates}", "attributes.yaml:2:30: 'kinds' is empty; name at least one kind")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, kinds: [people], value: dates}", "attributes.yaml:2:31: 'people' is no value for 'kinds'; use one of: person, organisation, place, country, event, thing")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonian, value: dates}", "attributes.yaml:2:31: no entity has the id 'freedonian'; did you mean 'freedonia'?")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonia, value: date}", "attributes.yaml:2:49: 'date' is no value for 'value'; did you mean 'dates'?")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonia, value: dates, units: [day]}", "attributes.yaml:2:63: 'units' has no meaning here: it goes with 'value: quantity'")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonia, value: dates, no: [never]}", "attributes.yaml:2:60: 'yes' and 'no' have no meaning here: they go with 'value: yes-no'")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonia, value: yes-no}", "attributes.yaml:2:5: an attribute with 'value: yes-no' needs phrases under 'yes:' or 'no:', or nothing will ever fill it")]
    [InlineData("attributes.yaml", "attributes:\n  - {id: a, label: A, entity: freedonia, value: dates, changes: maybe}", "attributes.yaml:2:65: 'maybe' is no value for 'changes'; use one of: true, false")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, attribute: summit.date, examples: [x]}", "intents.yaml:2:24: no attribute has the id 'summit.date'; did you mean 'summit.dates'?")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, attribute: the-renamed-one, examples: [x]}", "intents.yaml:2:24: no attribute has the id 'the-renamed-one'; add it to attributes.yaml, or name one that stands there: summit.dates, attendance, spending")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, expects: time, examples: [x]}", "intents.yaml:2:22: 'time' is no value for 'expects'; use one of: any, date, place, person, organisation, role, quantity, yes-no, reason, statement, thing")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, examples: []}", "intents.yaml:2:23: 'examples' is empty; an intent is learnt from examples, so give it at least one, better five")]
    [InlineData("intents.yaml", "intents:\n  - {id: a}", "intents.yaml:2:5: an intent needs 'examples:', questions as people ask them")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, examples: [\"who is {persn}\"]}", "intents.yaml:2:24: '{persn}' is no slot; did you mean '{person}'?")]
    [InlineData("intents.yaml", "intents:\n  - {id: a, examples: [\"who is {person\"]}", "intents.yaml:2:24: 'who is {person' has a '{' without its '}'")]
    [InlineData("lexicon.yaml", "groups:\n  - [alone]", "lexicon.yaml:2:5: a group of 'groups' needs two phrases or more; one alone means nothing")]
    [InlineData("lexicon.yaml", "groups:\n  - a, b", "lexicon.yaml:2:5: each item of 'groups' must be a list of phrases: [first, second]")]
    [InlineData("lexicon.yaml", "groups: []\noneway: []", "lexicon.yaml:2:1: unknown key 'oneway'; did you mean 'one-way'?")]
    [InlineData("entity.yaml", "entities: []", "entity.yaml:1:1: no topic has a file of this name; did you mean 'entities.yaml'?")]
    public void An_error_names_its_place_and_says_what_to_do(string file, string text, string expected)
    {
        var files = new Dictionary<string, string> { ["topic.yaml"] = Title, ["entities.yaml"] = Entities, ["attributes.yaml"] = Attributes };
        if (file == "entity.yaml") files.Remove("entities.yaml");
        if (file == "entities.yaml") files.Remove("attributes.yaml");
        files[file] = text;
        var problem = Assert.Single(Problems([.. files.Select(pair => (pair.Key, pair.Value))]));
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void A_missing_file_is_told_once_however_many_lines_name_what_stood_in_it()
    {
        Assert.Equal(
            ["entities.yaml:1:1: the file is missing, but other files of the topic name 'the-summit', 'freedonia', 'jane-doe' of it; put it back, or write it anew with these ids"],
            Problems(("topic.yaml", Title + "subject: jane-doe"), ("attributes.yaml", Attributes)));
        Assert.Equal(
            ["attributes.yaml:1:1: the file is missing, but other files of the topic name 'summit.dates' of it; put it back, or write it anew with these ids"],
            Problems(("topic.yaml", Title), ("entities.yaml", Entities), ("intents.yaml", "intents:\n  - {id: a, attribute: summit.dates, examples: [x]}\n  - {id: b, attribute: summit.dates, examples: [y]}")));
        Assert.Equal(["entities.yaml:1:1: the file is empty; remove it or give it its keys"], Problems(("topic.yaml", Title), ("entities.yaml", ""), ("attributes.yaml", Attributes)));
    }

    [Theory]
    [InlineData("Europe/Lundon", "'Europe/Lundon' is no time zone; did you mean 'Europe/London'?")]
    [InlineData("Europa/London", "'Europa/London' is no time zone; did you mean 'Europe/London'?")]
    [InlineData("London", "'London' is no time zone; did you mean 'Europe/London'?")]
    [InlineData("New York", "'New York' is no time zone; did you mean 'America/New_York'?")]
    [InlineData("CET", "'CET' is no time zone; use an IANA name such as 'Europe/Amsterdam' or 'Etc/UTC'")]
    [InlineData("Mars/Olympus", "'Mars/Olympus' is no time zone; use an IANA name such as 'Europe/Amsterdam' or 'Etc/UTC'")]
    public void A_time_zone_that_does_not_exist_is_told_with_the_nearest(string zone, string expected)
    {
        var files = new Dictionary<string, string> { ["topic.yaml"] = Title + "time-zone: " + zone };
        var read = TopicReader.Read(files, "summits", ["America/New_York", "CET", "Etc/UTC", "Europe/Amsterdam", "Europe/London"]);
        Assert.Equal("topic.yaml:3:12: " + expected, Assert.Single(Assert.IsType<TopicReadResult.Invalid>(read).Problems).ToString());
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_order()
    {
        var places = Problems(("lexicon.yaml", "bags: []"), ("topic.yaml", Title + "subjet: x"), ("entities.yaml", "entities:\n  - {id: a, knid: person, name: A}"))
            .Select(problem => string.Join(':', problem.Split(':')[..3]));
        Assert.Equal(["topic.yaml:3:1", "entities.yaml:2:5", "entities.yaml:2:13", "lexicon.yaml:1:1"], places);
    }

    [Fact]
    public void Broken_yaml_is_told_with_its_place()
    {
        Assert.StartsWith("topic.yaml:3:16: this is not valid YAML: from about here on", Assert.Single(Problems(("topic.yaml", Title + "suggestions: [a, b\nsubject: x"))));
        Assert.StartsWith("topic.yaml:3:1: this is not valid YAML", Assert.Single(Problems(("topic.yaml", Title + "} x"))));
        Assert.StartsWith("topic.yaml:4:3: this is not valid YAML", Assert.Single(Problems(("topic.yaml", Title + "subject: x\n y: z"))));
    }

    /// <summary>Seeded, so that a failure names the text that broke it every time.</summary>
    [Fact]
    public void Damaged_files_are_read_or_told_and_never_thrown_over()
    {
        string[] names = ["topic.yaml", "entities.yaml", "attributes.yaml", "intents.yaml", "lexicon.yaml"];
        string[] whole = [Title + "subject: the-summit\n", Entities, Attributes, Intents, Lexicon];
        var random = new Random(20250624);
        var invalid = 0;
        for (var round = 0; round < 1_000; round++)
        {
            var which = random.Next(names.Length);
            var text = whole[which];
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
                    1 => text.Insert(at, "[]{}:,-\"'#&*!|>%@`\t\n \0\uD800?"[random.Next(23)].ToString()),
                    _ => text[..at] + text[random.Next(text.Length)..],
                } + "\n";
            }
            var files = names.Zip(whole).ToDictionary(file => file.First, file => file.Second);
            files[names[which]] = text;
            if (TopicReader.Read(files, "damaged") is TopicReadResult.Invalid { Problems: var problems })
            {
                invalid++;
                Assert.All(problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1 }, problem.ToString()));
            }
        }
        Assert.InRange(invalid, 300, 999);
    }

    [Fact]
    public void Anchors_and_aliases_are_refused_so_that_no_small_file_grows_large()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b]";
        Assert.StartsWith("topic.yaml:1:4: YAML anchors and aliases", Assert.Single(Problems(("topic.yaml", bomb))));
        Assert.StartsWith("topic.yaml:1:8: YAML anchors and aliases", Assert.Single(Problems(("topic.yaml", "title: *a"))));
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.StartsWith("topic.yaml:1:16: nested deeper than 8 levels", Assert.Single(Problems(("topic.yaml", "title: " + new string('[', 100_000)))));

    [Fact]
    public void An_oversized_file_is_refused_unread() =>
        Assert.StartsWith("topic.yaml:1:1: the file is too large", Assert.Single(Problems(("topic.yaml", new string('#', 4_000_001)))));

    [Fact]
    public void What_works_but_is_likely_not_meant_is_warned_of()
    {
        var read = Read(
            ("topic.yaml", Title),
            ("entities.yaml", """
                entities:
                  - {id: a, kind: person, name: Ann, aliases: [ANN], asked-as: [ann, boss]}
                  - {id: b, kind: person, name: Bob, asked-as: [boss, ann]}
                """),
            ("intents.yaml", "intents:\n  - {id: i, examples: [who is it, Who is it]}"));
        Assert.Equal(
            [
                "entities.yaml:2:48: 'ANN' is already a name of 'a' (line 2); case and accents make no difference",
                "entities.yaml:2:65: 'ann' is already a name of 'a' (line 2); it needn't be here too",
                "entities.yaml:3:49: 'boss' also asks for 'a' (line 2); questions with it will be ambiguous",
                "entities.yaml:3:55: 'ann' is a name of 'a' (line 2); questions with it will be ambiguous",
                "intents.yaml:2:35: the example 'Who is it' is given twice; it counts once",
            ],
            read.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void Words_that_look_like_other_types_stay_texts()
    {
        var topic = Read(
            ("topic.yaml", Title),
            ("entities.yaml", "entities:\n  - {id: a, kind: thing, name: 2025, aliases: [yes, null, 1.50, ~]}")).Topic;
        Assert.Equal("2025", topic.Entities[0].Name);
        Assert.Equal(["yes", "null", "1.50", "~"], topic.Entities[0].Aliases);
    }

    [Fact]
    public void Other_files_of_the_folder_are_left_alone() =>
        Assert.Empty(Read(("topic.yaml", Title), ("questions.yaml", "- not ours"), ("briefs/topics.yaml", "x")).Warnings);

    private static TopicReadResult.Read Read(params (string Name, string Text)[] files) => TopicReader.Read(files.ToDictionary(file => file.Name, file => file.Text), "summits") switch
    {
        TopicReadResult.Read read => read,
        var other => throw new InvalidOperationException(string.Join('\n', ((TopicReadResult.Invalid)other).Problems)),
    };

    private static string[] Problems(params (string Name, string Text)[] files) =>
        [.. Assert.IsType<TopicReadResult.Invalid>(TopicReader.Read(files.ToDictionary(file => file.Name, file => file.Text), "summits")).Problems.Select(problem => problem.ToString())];
}
