using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>What of a question a sentence lacks: the parts without which it is about something else.</summary>
internal static class Missing
{
    /// <summary>Whether the sentence lacks one of the words.</summary>
    public static bool AnyOf(IReadOnlyList<string> words, FactView view)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var lacks = true;
            foreach (var token in view.Tokens) lacks &= token.Term != words[i];
            if (lacks) return true;
        }
        return false;
    }

    /// <summary>"What did she say about the ban": how little of what stands behind "about" the sentence meets, 0 to 1.</summary>
    public static double About(PreparedQuestion asked, ReadOnlySpan<float> matches)
    {
        if (asked.About.Count == 0) return 0;
        var missing = 0.0;
        for (var i = 0; i < asked.About.Count; i++) missing += 1 - matches[asked.About[i]];
        return missing / asked.About.Count;
    }

    /// <summary>How little the sentence has of the verb that the question hangs on, 0 to 1; 0 where no verb can be told.</summary>
    public static double Verb(PreparedQuestion asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses)
    {
        if (asked.Doing is not { } doing) return 0;
        var units = asked.Units.Units;
        for (var u = 0; u < units.Count; u++)
            if (units[u].Entity is null && units[u].Term.Stem == doing.Verb.Stem) return 1 - Math.Max(matches[u], likenesses[u]);
        return 0;
    }

    /// <summary>"Which building", "how many languages": whether the sentence has nothing of the kind.</summary>
    public static bool Kind(PreparedQuestion asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses)
    {
        if (asked.Question.Focus is not { } focus) return false;
        var units = asked.Units.Units;
        for (var u = 0; u < units.Count; u++)
            if (units[u].Term.Stem == focus) return matches[u] < 0.5 && likenesses[u] < 0.5;
        return false;
    }

    /// <summary>"Where is she from": whether the sentence gives nobody's origin.</summary>
    public static bool Origin(Question question, FactView view) =>
        question.Expects == AnswerType.Place && question.Tokens is [.., { Term: "from" }] && !view.Tokens.Exists(t => t.Term is "from" or "born" or "native" or "raised" or "hails");

    /// <summary>How much of the entities asked about, those that documents rarely name counting most, the sentence doesn't name; half as much where one nearby does.</summary>
    public static double Entities(PreparedQuestion asked, FactView view, ReadOnlySpan<float> matches)
    {
        var total = 0.0;
        var missing = 0.0;
        for (var u = 0; u < matches.Length; u++)
        {
            if (asked.Units.Units[u].Entity is not { } entity) continue;
            var weight = asked.EntityImportance.GetValueOrDefault(entity, 1);
            total += weight;
            var match = matches[u];
            if (match < 0.9) missing += weight * (1 - Math.Max(match, view.NearEntities.Contains(entity) ? 0.5 : 0));
        }
        return total > 0 ? missing / Math.Max(total, 1) : 0;
    }

    /// <summary>However often documents speak of them, a question about a person or country isn't answered by a sentence that doesn't.</summary>
    public static bool PersonOrCountry(PreparedQuestion asked, FactView view)
    {
        foreach (var mention in asked.Named)
        {
            if (mention.Kind is not (EntityKind.Person or EntityKind.Country)) continue;
            if (view.Entities.Contains(mention.Id) || view.Represented.Contains(mention.Id)) continue;
            if (asked.Represents(mention.Id) is { } country && view.Entities.Contains(country)) continue;
            return true;
        }
        return false;
    }

    /// <summary>Whether the question says more than names, and the sentence has only the names of it.</summary>
    public static bool AllButNames(IReadOnlyList<QuestionUnit> units, ReadOnlySpan<float> matches)
    {
        var words = 0;
        for (var u = 0; u < units.Count; u++)
        {
            if (units[u].Entity is not null) continue;
            if (matches[u] >= 0.5) return false;
            words++;
        }
        return words > 0;
    }
}
