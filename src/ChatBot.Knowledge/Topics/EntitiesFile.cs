using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Topics;

/// <summary>Reads <c>entities.yaml</c>.</summary>
internal sealed class EntitiesFile(TopicProblems problems)
{
    private readonly Dictionary<string, YamlNode> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EntityId Entity, YamlNode At)> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EntityId Entity, YamlNode At)> _askedAs = new(StringComparer.Ordinal);

    public IReadOnlyList<Entity> Read(YamlMap file)
    {
        var records = new YamlRecord(file, "entities.yaml", problems, "entities").Records("entities")
            .Select(map => new YamlRecord(map, "an entity", problems, "id", "kind", "name", "aliases", "asked-as", "represents")).ToArray();
        var ids = records.Select(record => new EntityId(record.Id(_ids))).ToArray();
        var entities = new List<Entity>(records.Length);
        for (var i = 0; i < records.Length; i++) entities.Add(Read(records[i], ids[i]));
        for (var i = 0; i < records.Length; i++) CheckAskedAs(records[i], ids[i]);
        return entities;
    }

    private Entity Read(YamlRecord record, EntityId id)
    {
        var represents = record.Reference("represents", new KnownIds("entity", "entities.yaml", _ids.Keys));
        if (represents == id.Value)
        {
            problems.Add(record.At("represents"), $"'{id}' can't represent itself");
            represents = null;
        }
        var entity = new Entity(
            id, record.OneOf("kind", TopicWords.EntityKinds), record.Required("name"), record.List("aliases"), record.List("asked-as"),
            represents is null ? null : new EntityId(represents));
        Claim(record.At("name"), entity.Name, id);
        foreach (var alias in Texts(record, "aliases")) Claim(alias, alias.Value, id);
        return entity;
    }

    /// <summary>A name or alias means one entity, however it is cased or accented; twice for the same one is only clutter.</summary>
    private void Claim(YamlNode at, string name, EntityId id)
    {
        var folded = Fold(name);
        if (folded.Length == 0 || _names.TryAdd(folded, (id, at))) return;
        var first = _names[folded];
        if (first.Entity == id) problems.Warn(at, $"'{name}' is already a name of '{id}' (line {first.At.Line}); case and accents make no difference");
        else problems.Add(at, $"'{name}' is already a name of '{first.Entity}' (line {first.At.Line}); give it to one of the two, or move it to 'asked-as'");
    }

    /// <summary>Loose names may mean two entities (the bot then asks which), but that deserves a word.</summary>
    private void CheckAskedAs(YamlRecord record, EntityId id)
    {
        foreach (var text in Texts(record, "asked-as"))
        {
            var folded = Fold(text.Value);
            if (_names.TryGetValue(folded, out var name))
                problems.Warn(text, name.Entity == id
                    ? $"'{text.Value}' is already a name of '{id}' (line {name.At.Line}); it needn't be here too"
                    : $"'{text.Value}' is a name of '{name.Entity}' (line {name.At.Line}); questions with it will be ambiguous");
            else if (!_askedAs.TryAdd(folded, (id, text)) && _askedAs[folded].Entity != id)
                problems.Warn(text, $"'{text.Value}' also asks for '{_askedAs[folded].Entity}' (line {_askedAs[folded].At.Line}); questions with it will be ambiguous");
        }
    }

    private static IEnumerable<YamlText> Texts(YamlRecord record, string key) => record.At(key) is YamlList list ? list.Items.OfType<YamlText>() : [];

    private static string Fold(string name) => string.Join(' ', Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
