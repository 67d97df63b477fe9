using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Auditing;

/// <summary>A phrase of a yes-no attribute that never says what it stands for.</summary>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="SaysYes">Whether it stands under <c>yes:</c>.</param>
/// <param name="IsTurnedRound">Whether a sentence with it is read as the contrary; otherwise it is read as neither.</param>
public sealed record MuteCue(string Attribute, string Phrase, bool SaysYes, bool IsTurnedRound);

/// <summary>
/// Tries each phrase of a topic's yes-no attributes on sentences that name the attribute's entity and have one of its cues: another phrase that is found first, a
/// denial within it or what the attribute excludes may keep it from ever being read.
/// </summary>
public static class MuteCues
{
    /// <summary>Those that no sentence makes say what they stand for.</summary>
    public static IReadOnlyList<MuteCue> In(Topic topic)
    {
        var extractor = new FactExtractor(topic);
        var mute = new List<MuteCue>();
        foreach (var attribute in topic.Attributes.Where(attribute => attribute.Value == AttributeValueKind.YesNo))
        {
            if (topic.Entities.FirstOrDefault(entity => attribute.Entity is { } own ? entity.Id == own : attribute.EntityKinds.Contains(entity.Kind)) is not { } entity) continue;
            foreach (var (phrase, saysYes) in attribute.Yes.Select(phrase => (phrase, true)).Concat(attribute.No.Select(phrase => (phrase, false))))
            {
                var read = Sentences(entity.Name, phrase, attribute.Cues).SelectMany(sentence => Read(extractor, sentence, attribute.Id, entity.Id)).ToHashSet();
                if (!read.Contains(saysYes)) mute.Add(new MuteCue(attribute.Id, phrase, saysYes, read.Count > 0));
            }
        }
        return mute;
    }

    /// <summary>A cue that doesn't stand in the phrase may stand before or behind it, and so may the entity.</summary>
    private static IEnumerable<string> Sentences(string name, string phrase, IReadOnlyList<string> cues) =>
        (cues.Any(cue => phrase.Contains(cue, StringComparison.OrdinalIgnoreCase)) ? [""] : cues.Prepend("")).SelectMany(cue => new[] { $"{name} {cue} {phrase}", $"{name} {phrase} {cue}", $"{cue} {phrase} {name}", $"{phrase} {name} {cue}" });

    private static IEnumerable<bool> Read(FactExtractor extractor, string sentence, string attribute, EntityId entity) =>
        new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes($"---\npublisher: Trial\ntitle: Trial\n---\n\n{sentence}.\n"), "trial.md")) is not ReadResult.Read read ? []
            : extractor.Extract(read.Document).SelectMany(fact => fact.Attributes).Where(value => value.Attribute == attribute && value.Entity == entity).Select(value => value.Yes).OfType<bool>();
}
