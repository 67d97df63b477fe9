namespace ChatBot.Knowledge.Topics;

/// <summary>A piece of a YAML file and where it begins. Only what topic files need: no anchors, no tags.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>A text; numbers and truth values too are texts here, so that an alias "2025" or a key "yes" is just what it looks like.</summary>
internal sealed record YamlText(string Value, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>Keys with values; no key twice.</summary>
internal sealed record YamlMap(IReadOnlyDictionary<string, YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A key, where it stands, and its value.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);
