using System.Text;
using ChatBot.Knowledge.Documents.Boilerplate;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>Puts kept passages together: one text, its map, numbered paragraphs, sentences.</summary>
internal sealed class DocumentAssembly
{
    private readonly StringBuilder _text = new();
    private readonly List<SourceMap.Run> _runs = [];
    private readonly List<(ParagraphKind Kind, IReadOnlyList<PassageLocator> RestsOn, TextSpan Span, List<TextSpan> Statements, string? Section)> _passages = [];
    private string? _section;

    /// <summary>Adds a passage of an article.</summary>
    public void Add(ParagraphKind kind, MappedText passage)
    {
        var span = Append(passage, "\n\n");
        _passages.Add((kind, [], span, [], kind is ParagraphKind.Heading or ParagraphKind.Title ? null : _section));
        if (kind == ParagraphKind.Heading) _section = passage.Text;
    }

    /// <summary>Adds a passage of a brief: its statements, one a line.</summary>
    public void Add(IReadOnlyList<PassageLocator> restsOn, IReadOnlyList<MappedText> statements)
    {
        var spans = statements.Select((statement, i) => Append(statement, i == 0 ? "\n\n" : "\n")).ToList();
        _passages.Add((restsOn[0].Kind, restsOn, TextSpan.FromBounds(spans[0].Start, spans[^1].End), spans, null));
    }

    /// <summary>The text, its map and its paragraphs.</summary>
    public (string Text, SourceMap Map, IReadOnlyList<Paragraph> Paragraphs) Finish()
    {
        var text = _text.ToString();
        var counts = new Dictionary<ParagraphKind, int>();
        var paragraphs = new List<Paragraph>(_passages.Count);
        foreach (var (kind, restsOn, span, statements, section) in _passages)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            var locator = restsOn.Count > 0 ? restsOn[0] : new PassageLocator(kind, counts[kind]);
            var sentences = restsOn.Count > 0 ? statements : IsOneSentence(kind) ? [span] : SentenceSplitter.Split(text, span);
            if (kind == ParagraphKind.Caption) JoinCredit(text, sentences);
            paragraphs.Add(new Paragraph(locator, span, [.. sentences.Select((s, i) => new Sentence(i + 1, s))], section) { RestsOn = restsOn });
        }
        return (text, new SourceMap(_runs), paragraphs);
    }

    private static bool IsOneSentence(ParagraphKind kind) => kind is ParagraphKind.Title or ParagraphKind.Heading or ParagraphKind.TableRow or ParagraphKind.Byline;

    /// <summary>Who took the picture is no statement of its own; it stays with the sentence before it.</summary>
    private static void JoinCredit(string text, List<TextSpan> sentences)
    {
        if (sentences.Count < 2 || !CaptionSigns.IsCreditOnly(sentences[^1].Of(text))) return;
        sentences[^2] = TextSpan.FromBounds(sentences[^2].Start, sentences[^1].End);
        sentences.RemoveAt(sentences.Count - 1);
    }

    private TextSpan Append(MappedText passage, string separator)
    {
        if (_text.Length > 0) _text.Append(separator);
        var start = _text.Length;
        _text.Append(passage.Text);
        foreach (var run in passage.Runs) _runs.Add(run with { Text = run.Text + start });
        return new TextSpan(start, passage.Text.Length);
    }
}
