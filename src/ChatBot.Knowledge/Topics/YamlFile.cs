using ChatBot.Knowledge.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatBot.Knowledge.Topics;

/// <summary>Reads one YAML text into <see cref="YamlNode"/>s, from the parser's events, so that nothing is expanded and every piece keeps its place.</summary>
internal sealed class YamlFile(TopicProblems problems)
{
    /// <summary>In characters; a topic with ten thousand entities is about a tenth of it.</summary>
    public const int MaximumLength = 4_000_000;

    private const int MaximumDepth = 8;

    /// <summary>The file's top level, or null (with a problem noted) where it is no YAML of the plain kind.</summary>
    public YamlMap? Read(string text)
    {
        if (text.Length > MaximumLength)
        {
            problems.Add(1, 1, $"the file is too large: {text.Length} characters, at most {MaximumLength} are read; split the topic");
            return null;
        }
        var parser = new YamlEvents(text.TrimStart('\uFEFF'));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                problems.Add(1, 1, "the file is empty; remove it or give it its keys");
                return null;
            }
            parser.Consume<DocumentStart>();
            var node = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _)) throw new Refusal(parser.Current, "a second YAML document begins here ('---'); a topic file holds one");
            if (node is YamlMap map) return map;
            problems.Add(node, "the file must begin with a key such as 'title:' or 'entities:'");
        }
        catch (Refusal refusal)
        {
            problems.Add(refusal.Line, refusal.Column, refusal.Message);
        }
        catch (YamlException broken)
        {
            problems.Add((int)broken.Start.Line, (int)broken.Start.Column, $"this is not valid YAML: {broken.Message}");
        }
        return null;
    }

    private YamlNode ReadNode(YamlEvents parser, int depth)
    {
        if (depth > MaximumDepth) throw new Refusal(parser.Current, $"nested deeper than {MaximumDepth} levels; no key of a topic needs that");
        if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new Refusal(parser.Current, "YAML anchors and aliases ('&', '*') are not allowed in topic files; write the value out, or put quotes around a text that begins with one");
        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw new Refusal(parser.Current, "YAML tags ('!') are not allowed in topic files; put quotes around a text that begins with one");
        return parser.Current switch
        {
            MappingStart => ReadMap(parser, depth),
            SequenceStart => ReadList(parser, depth),
            _ => ReadText(parser),
        };
    }

    private static YamlText ReadText(YamlEvents parser)
    {
        var scalar = parser.Consume<Scalar>();
        return new YamlText(scalar.Value, (int)scalar.Start.Line, (int)scalar.Start.Column);
    }

    private YamlList ReadList(YamlEvents parser, int depth)
    {
        var start = parser.Consume<SequenceStart>().Start;
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(parser, depth + 1));
        return new YamlList(items, (int)start.Line, (int)start.Column);
    }

    private YamlMap ReadMap(YamlEvents parser, int depth)
    {
        var start = parser.Consume<MappingStart>().Start;
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(parser, depth + 1) is not YamlText key) throw new Refusal(parser.Current, "a key must be a plain word");
            var value = ReadNode(parser, depth + 1);
            if (!entries.TryAdd(key.Value, new YamlEntry(key, value)))
                problems.Add(key, $"the key '{key.Value}' is given twice (first in line {entries[key.Value].Key.Line}); keep one");
        }
        return new YamlMap(entries, (int)start.Line, (int)start.Column);
    }

    /// <summary>Ends the reading of one file; never leaves <see cref="Read"/>.</summary>
    private sealed class Refusal(ParsingEvent? at, string message) : Exception(message)
    {
        public int Line => (int)(at?.Start.Line ?? 1);

        public int Column => (int)(at?.Start.Column ?? 1);
    }
}
