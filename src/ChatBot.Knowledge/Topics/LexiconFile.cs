namespace ChatBot.Knowledge.Topics;

/// <summary>Reads <c>lexicon.yaml</c>.</summary>
internal sealed class LexiconFile(TopicProblems problems)
{
    public IReadOnlyList<SynonymGroup> Read(YamlMap file)
    {
        var record = new YamlRecord(file, "lexicon.yaml", problems, "groups", "one-way");
        return [.. Read(record, "groups", false), .. Read(record, "one-way", true)];
    }

    private IEnumerable<SynonymGroup> Read(YamlRecord record, string key, bool oneWay)
    {
        foreach (var item in record.Items(key))
        {
            if (item is not YamlList list)
            {
                problems.Add(item, $"each item of '{key}' must be a list of phrases: [first, second]");
                continue;
            }
            if (list.Items.Count < 2) problems.Add(list, $"a group of '{key}' needs two phrases or more; one alone means nothing");
            yield return new SynonymGroup(record.Texts(list, $"a phrase of '{key}'"), oneWay);
        }
    }
}
