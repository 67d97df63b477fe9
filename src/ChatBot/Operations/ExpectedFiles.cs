using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Operations;

/// <summary>Looks over what a topic is tested with: its <c>questions.jsonl</c> and <c>claims.jsonl</c>, where they are there.</summary>
internal static class ExpectedFiles
{
    /// <summary>The name of a topic's file of questions.</summary>
    public const string Questions = "questions.jsonl";

    private const string Claims = "claims.jsonl";

    /// <summary>A line for each file: how many lines it has, or those that are wrong and what to do; then each document named that the topic doesn't have.</summary>
    /// <param name="topicFolder">The topic's folder.</param>
    /// <param name="documents">The topic's own documents.</param>
    public static IEnumerable<DoctorLine> Lines(string topicFolder, IReadOnlyCollection<DocumentId> documents)
    {
        var known = documents.Select(document => document.Value).ToHashSet(StringComparer.Ordinal);
        return Read(Path.Combine(topicFolder, Questions), "questions", known, path => JsonLines.ReadDistinct(path, ExpectedAnswerJson.Default.ExpectedAnswer, TextReader.Null, question => question.Id, question => question.FindFaults()), question => question.Sources, question => $"question {question.Id}")
            .Concat(Read(Path.Combine(topicFolder, Claims), "claims", known, path => JsonLines.ReadDistinct(path, ExpectedAnswerJson.Default.ExpectedVerdict, TextReader.Null, claim => claim.Id, claim => claim.FindFaults()), claim => claim.Sources, claim => $"claim {claim.Id}"));
    }

    private static List<DoctorLine> Read<T>(string path, string about, HashSet<string> known, Func<string, List<T>> read, Func<T, IReadOnlyList<string>?> sources, Func<T, string> named)
    {
        if (!File.Exists(path)) return [];
        List<T> objects;
        try
        {
            objects = read(path);
        }
        catch (JsonLinesException failure)
        {
            return [.. failure.Problems.Select(problem => new DoctorLine(Health.Wrong, about, problem))];
        }
        var strangers = objects.SelectMany(each => (sources(each) ?? []).SelectMany(entry => entry.Split('|')).Where(id => !known.Contains(id)).Select(id => (Id: id, By: named(each)))).GroupBy(each => each.Id, each => each.By, StringComparer.Ordinal);
        return
        [
            new DoctorLine(Health.Fine, about, string.Create(CultureInfo.InvariantCulture, $"{objects.Count} in {path}.")),
            .. strangers.Select(stranger => new DoctorLine(Health.Note, about, string.Create(CultureInfo.InvariantCulture,
                $"{path}: 'sources' of {stranger.First()}{(stranger.Count() > 1 ? $" and {stranger.Count() - 1} more" : "")} names '{stranger.Key}', which is no document of the topic's own{(NearestName.Of(stranger.Key, known) is { } nearest ? $"; did you mean '{nearest}'?" : ".")} Unless it was ingested, no answer can cite it: give the document that id, or mend the line."))),
        ];
    }
}
