using System.Globalization;
using System.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Writes a draft as the files of a topic, with what each guess rests on as comments.</summary>
internal static class DraftFiles
{
    private const int Width = 150;

    /// <summary>The files, by name.</summary>
    public static IReadOnlyDictionary<string, string> Write(TopicDraft draft) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic.yaml"] = TopicFile(draft),
        ["entities.yaml"] = Entities(draft),
        ["attributes.yaml"] = Attributes(draft),
        ["intents.yaml"] = Intents(draft),
        ["lexicon.yaml"] = """
            # Words that mean much the same for this topic, by stems: one form of a word is enough. General English ships with the engine.
            #   groups:
            #     - [boat, yacht, vessel]
            #   one-way:                      # asked for the first, a document with one of the others is meant as well
            #     - [weather, wind, rain]
            groups: []

            """,
    };

    private static string TopicFile(TopicDraft draft)
    {
        var text = new StringBuilder("# A draft from documents. What to look at:\n");
        foreach (var gap in draft.Gaps) Comment(text, "", "- " + gap);
        text.Append(CultureInfo.InvariantCulture, $"title: {Scalar(draft.Title)}\n").Append(CultureInfo.InvariantCulture, $"description: {Scalar($"What the documents say about {draft.Title}.")}\n");
        text.Append("# What \"it\" and questions without a subject mean.\n");
        text.Append(draft.Subject is { } subject ? $"subject: {subject}\n" : "# subject: the-event\n");
        text.Append("# review: the event's own time zone, as Europe/Amsterdam\ntime-zone: Etc/UTC\n");
        text.Append("# The percentage of questions.jsonl that must be answered correctly; 'chatbot evaluate' fails below it. Set it when you have measured.\n#floor: 50\n");
        if (draft.Suggestions.Count > 0) text.Append("# Each was answered when this was written.\nsuggestions:\n");
        foreach (var question in draft.Suggestions) text.Append(CultureInfo.InvariantCulture, $"  - {Scalar(question)}\n");
        return text.ToString();
    }

    private static string Entities(TopicDraft draft)
    {
        var text = new StringBuilder("""
            # Who and what the documents speak of.
            # aliases: mean the entity in documents and in questions. asked-as: in questions only, because documents may mean another by it.
            # A name in lower case is found however it is written; one with a capital, in documents, only with it. represents: whom a person stands for.
            entities:

            """);
        foreach (var (entity, times, documents, doubts, on) in draft.Entities)
        {
            text.Append('\n');
            if (times > 0) Comment(text, "  ", string.Create(CultureInfo.InvariantCulture, $"named {(times == 1 ? "once" : $"{times} times")} in {documents} document{(documents == 1 ? "" : "s")}"));
            foreach (var doubt in doubts) Comment(text, "  ", "review: " + doubt);
            var block = new StringBuilder($"  - id: {entity.Id}\n    kind: {Word(entity.Kind)}\n    name: {Scalar(entity.Name)}\n");
            List(block, "aliases", entity.Aliases);
            List(block, "asked-as", entity.AskedAs);
            if (entity.Represents is { } represents) block.Append(CultureInfo.InvariantCulture, $"    represents: {represents}\n");
            text.Append(Off(block, on));
        }
        return draft.Entities.Any(entity => entity.On) ? text.ToString() : text.ToString().TrimEnd().Replace("entities:", "entities: []", StringComparison.Ordinal) + "\n";
    }

    private static string Attributes(TopicDraft draft)
    {
        var text = new StringBuilder("""
            # What is asked of the entities. Facts that fill the same attribute of the same entity agree, disagree or change.
            # A sentence fills one where it names the entity, has one of the cues, none of the excludes, and a value of the kind.
            # changes: true where a later value replaces an earlier one, false where two values are a disagreement.

            """);
        text.Append(draft.Attributes.Any(attribute => attribute.On) ? "attributes:\n" : "attributes: []\n");
        foreach (var (attribute, seen, _, doubts, on) in draft.Attributes)
        {
            text.Append('\n');
            foreach (var line in seen) Comment(text, "  ", "seen: " + line);
            foreach (var doubt in doubts) Comment(text, "  ", "review: " + doubt);
            var block = new StringBuilder($"  - id: {attribute.Id}\n    label: {Scalar(attribute.Label)}\n    entity: {attribute.Entity}\n    value: {Word(attribute.Value)}\n");
            List(block, "cues", attribute.Cues);
            List(block, "excludes", attribute.Excludes);
            List(block, "yes", attribute.Yes);
            List(block, "no", attribute.No);
            List(block, "units", attribute.Units);
            text.Append(Off(block.Append(CultureInfo.InvariantCulture, $"    changes: {(attribute.Changes ? "true" : "false")}\n"), on));
        }
        if (draft.Denials.Count == 0) return text.ToString();
        text.Append("\n# review: what is denied. Where another document reports what is denied here, an attribute shows both sides:\n");
        text.Append("#   - id: sponsor.leaves\n#     label: whether the sponsor leaves\n#     entity: the-sponsor\n#     value: yes-no\n#     cues: [withdraw, leave]\n");
        text.Append("#     yes: [intends to withdraw]\n#     no: [denied, is staying]\n#     changes: false\n");
        foreach (var denial in draft.Denials) Comment(text, "", "denied: " + denial);
        return text.ToString();
    }

    private static string Intents(TopicDraft draft)
    {
        var text = new StringBuilder(NeutralIntents.Text);
        if (draft.Attributes.Count > 0) text.Append("\n  # One for each attribute. The examples come from the names: write how people really ask.\n");
        foreach (var attribute in draft.Attributes)
        {
            var intent = TopicDrafter.Intent(attribute);
            var block = new StringBuilder($"  - id: {intent.Id}\n    attribute: {intent.Attribute}\n");
            if (intent.Expects is not null) block.Append(CultureInfo.InvariantCulture, $"    expects: {intent.Expects}\n");
            block.Append("    examples:\n");
            foreach (var example in intent.Examples) block.Append(CultureInfo.InvariantCulture, $"      - {Scalar(example)}\n");
            text.Append('\n').Append(Off(block, attribute.On));
        }
        return text.ToString();
    }

    /// <summary>The block as it is, or as a comment.</summary>
    private static string Off(StringBuilder block, bool on) =>
        on ? block.ToString() : string.Concat(block.ToString().TrimEnd('\n').Split('\n').Select(line => $"#{line}\n"));

    private static void Comment(StringBuilder text, string indent, string comment)
    {
        var line = new StringBuilder(indent + "#");
        foreach (var word in comment.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent).Append("#  ");
            }
            line.Append(' ').Append(word);
        }
        text.Append(line).Append('\n');
    }

    private static void List(StringBuilder text, string key, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        var line = new StringBuilder($"    {key}: [");
        for (var i = 0; i < items.Count; i++)
        {
            var item = Scalar(items[i]) + (i + 1 < items.Count ? "," : "]");
            if (i > 0 && line.Length + item.Length >= Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append("     ");
            }
            line.Append(i > 0 ? " " : "").Append(item);
        }
        text.Append(line).Append('\n');
    }

    private static string Word(EntityKind kind) => kind.ToString().ToLowerInvariant();

    private static string Word(AttributeValueKind kind) => kind == AttributeValueKind.YesNo ? "yes-no" : kind.ToString().ToLowerInvariant();

    /// <summary>A text as YAML reads it back: plain where nothing in it means anything to YAML, else in double quotes.</summary>
    private static string Scalar(string text)
    {
        var plain = text.Length > 0 && char.IsLetter(text[0]) && char.IsLetterOrDigit(text[^1]) | text[^1] is '?' or '.'
            && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '\'' or '’' or '.' or '?' or '&' or '/' or '%');
        return plain ? text : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace("\t", " ", StringComparison.Ordinal) + "\"";
    }
}
