using System.Text;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding.Intents;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// Learns which kinds of questions there are from the topic's examples and from the small talk that every bot hears, and tells them apart. What an
/// entity is counts beside its name: each message is followed by the kinds of the entities in it. Learning takes a fraction of a second; what was
/// learnt can be saved and loaded. Immutable; safe to share between threads.
/// </summary>
public sealed class IntentReader
{
    private const string SmallTalkPrefix = "small-talk ";

    /// <summary>Behind "please" and "could you", but not in the midst of a question.</summary>
    private const int FarthestOrder = 4;

    private static readonly HashSet<string> SmallTalkStems = new(
        SmallTalk().Where(example => example.Intent is not null).SelectMany(example => Tokenizer.Tokenize(example.Text)).Select(token => token.Stem), StringComparer.Ordinal);

    /// <summary>The words with which the instructions that ship begin ("ignore", "pretend").</summary>
    private static readonly HashSet<string> Orders = new(
        SmallTalk().Where(example => example.Intent == SmallTalkPrefix + "instruction").Select(example => Tokenizer.Tokenize(example.Text)[0])
            .Where(token => !token.IsStopWord).Select(token => token.Term), StringComparer.Ordinal);

    private readonly IntentClassifier _classifier;
    private readonly bool _knowsQuestions;

    private IntentReader(IntentClassifier classifier)
    {
        _classifier = classifier;
        _knowsQuestions = classifier.Intents.Any(intent => !intent.StartsWith(SmallTalkPrefix, StringComparison.Ordinal));
    }

    /// <summary>What kind of message one is.</summary>
    /// <param name="Intent">The topic's intent, or null where none fits.</param>
    /// <param name="Confidence">How sure, 0 to 1.</param>
    /// <param name="SmallTalk">The kind of small talk, or null where it is none.</param>
    /// <param name="Shares">The likeliest intents of the topic, each with its probability.</param>
    internal readonly record struct Reading(string? Intent, double Confidence, string? SmallTalk, IReadOnlyList<RankedIntent> Shares);

    /// <summary>Learns from the examples of <paramref name="topic"/>.</summary>
    public static IntentReader Train(Topic topic)
    {
        var entities = new EntityFinder(topic);
        var examples = new List<IntentExample>();
        foreach (var intent in topic.Intents)
            for (var i = 0; i < intent.Examples.Count; i++) examples.Add(new IntentExample(Filled(intent.Examples[i], topic, i, entities), intent.Id));
        examples.AddRange(SmallTalk());
        return new IntentReader(IntentClassifier.Train(examples));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else, or is damaged.</exception>
    public static IntentReader Load(Stream stream) => new(IntentClassifier.Load(stream));

    /// <summary>Writes what was learnt.</summary>
    public void Save(Stream stream) => _classifier.Save(stream);

    /// <summary>Whether a word of that stem stands in the small talk that ships.</summary>
    internal static bool IsSmallTalkWord(string stem) => SmallTalkStems.Contains(stem);

    /// <summary>Whether a message orders rather than asks: one of its first words is what instructions begin with.</summary>
    internal static bool IsOrder(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count && i < FarthestOrder; i++)
            if (Orders.Contains(tokens[i].Term)) return true;
        return false;
    }

    /// <summary>What kind of message <paramref name="text"/> is.</summary>
    internal Reading Read(string text, IReadOnlyList<EntityMention> mentions)
    {
        var guess = _classifier.Classify(Tagged(text, mentions));
        if (guess.Best.StartsWith(SmallTalkPrefix, StringComparison.Ordinal))
            return new Reading(null, 0, guess.Intent is not null && guess.Confidence >= 0.5 && MayBeSmallTalk(text) ? guess.Best[SmallTalkPrefix.Length..] : null, []);
        var confidence = guess.Intent is null ? guess.Confidence * 0.5 : guess.Confidence;
        var best = guess.Ranked.Count > 0 ? guess.Ranked[0].Share : 1;
        return new Reading(guess.Best, confidence, null,
            [.. guess.Ranked.Where(r => !r.Intent.StartsWith(SmallTalkPrefix, StringComparison.Ordinal)).Select(r => new RankedIntent(r.Intent, confidence * r.Share / best))]);
    }

    /// <summary>The small talk that ships, and messages that are about nothing.</summary>
    private static IEnumerable<IntentExample> SmallTalk()
    {
        string? section = null;
        foreach (var line in LanguageData.Lines("small-talk.txt"))
        {
            if (line[0] == '[') section = line.Trim('[', ']');
            else yield return new IntentExample(line, section == "none" ? null : SmallTalkPrefix + section);
        }
    }

    /// <summary>A topic without examples of questions teaches the classifier small talk alone; then a word that no small talk has makes a question of it.</summary>
    private bool MayBeSmallTalk(string text) => _knowsQuestions || Tokenizer.Tokenize(text).TrueForAll(token => token.IsStopWord || SmallTalkStems.Contains(token.Stem));

    /// <summary>An example's slots filled with names of the topic in turn.</summary>
    private static string Filled(string example, Topic topic, int turn, EntityFinder entities)
    {
        foreach (var kind in Enum.GetValues<EntityKind>())
        {
            var slot = "{" + kind.ToString().ToLowerInvariant() + "}";
            if (!example.Contains(slot, StringComparison.Ordinal)) continue;
            var names = topic.Entities.Where(e => e.Kind == kind).ToList();
            // An event's slot means the subject most of the time: that is what people ask of.
            var name = kind == EntityKind.Event && topic.Subject is { } subject && turn % 2 == 0 ? topic.Entities.First(e => e.Id == subject).Name
                : names.Count > 0 ? names[turn * 7 % names.Count].Name : slot.Trim('{', '}');
            example = example.Replace(slot, name, StringComparison.Ordinal);
        }
        return Tagged(example, entities.Find(Tokenizer.Tokenize(example), question: true));
    }

    private static string Tagged(string text, IReadOnlyList<EntityMention> mentions)
    {
        if (mentions.Count == 0) return text;
        var tagged = new StringBuilder(text);
        foreach (var kind in mentions.Select(m => m.Kind).Distinct().Order()) tagged.Append(" xx").Append(kind.ToString().ToLowerInvariant());
        return tagged.ToString();
    }
}
