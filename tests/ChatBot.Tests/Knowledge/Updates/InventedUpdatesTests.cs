using System.Text.Json;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Operations;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>A fortnight of invented news, one on top of the other, on the topic that ships: what of it is new, what changes, and whose watched question it answers anew.</summary>
public sealed class InventedUpdatesTests
{
    [Fact]
    public void Each_update_is_told_from_what_was_known_and_only_those_it_concerns_are_told()
    {
        var folder = RepositoryRoot.File("config", "topics", "hague-2025");
        var topic = TopicFolder.ReadTopic(folder);
        var known = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(TopicFolder.DocumentsOf(folder), new FactExtractor(topic)));
        var lines = File.ReadLines(RepositoryRoot.File("tests", "ChatBot.Tests", "Knowledge", "Updates", "invented-updates.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var watched = lines.SelectMany(line => Texts(line, "should_notify_watch").Concat(Texts(line, "should_not_notify"))).Distinct().Order(StringComparer.Ordinal).ToList();
        var replay = new ReplayBatch(known, watched);
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            var id = line.GetProperty("id").GetString() ?? "";
            var outcome = replay.Take(new BatchUpdate(id, Text("text"), Text("title"), Text("publisher"), Text("published")));
            var changes = string.Join(" ", outcome.Changes);
            if (outcome.Novel != line.GetProperty("expect").GetProperty("novel").GetBoolean()) wrong.Add($"{id}: novel is {outcome.Novel}");
            var wanted = Texts(line, "changes_match").ToList();
            if (wanted.Count == 0 && changes.Length > 0) wrong.Add($"{id}: changes {changes}");
            wrong.AddRange(wanted.Where(pattern => !Regex.IsMatch(changes, pattern, RegexOptions.NonBacktracking)).Select(pattern => $"{id}: no change {pattern} in '{changes}'"));
            wrong.AddRange(Texts(line, "should_notify_watch").Except(outcome.Notified).Select(question => $"{id}: not told: {question}"));
            wrong.AddRange(Texts(line, "should_not_notify").Intersect(outcome.Notified).Select(question => $"{id}: told: {question}"));
            if (Texts(line, "topics").Any() != outcome.Topics.Count > 0) wrong.Add($"{id}: topics {string.Join(" ", outcome.Topics)}");

            string Text(string name) => line.GetProperty(name).GetString() ?? "";
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_replayed_denial_of_no_attribute_is_among_what_differs()
    {
        var replay = new ReplayBatch(KnowledgeBase.Build(Topic.None, []), []);
        Assert.Empty(replay.Take(new BatchUpdate("one", "The town of Oster wants a bigger harbour.")).Differs);
        Assert.Equal(
            [new BatchDifference(null, "The town of Oster does not want a bigger harbour.", "The town of Oster wants a bigger harbour.", "one")],
            replay.Take(new BatchUpdate("two", "The town of Oster does not want a bigger harbour.")).Differs);
    }

    private static IEnumerable<string> Texts(JsonElement line, string name) => line.GetProperty("expect").GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "");
}
