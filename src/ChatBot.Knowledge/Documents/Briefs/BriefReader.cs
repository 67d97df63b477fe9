using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Briefs;

/// <summary>A passage of a brief before it is put into a document.</summary>
/// <param name="RestsOn">The passages of the article that its statements rest on; at least one.</param>
/// <param name="Statements">Its statements, each one sentence.</param>
internal sealed record BriefPassage(IReadOnlyList<PassageLocator> RestsOn, IReadOnlyList<MappedText> Statements);

/// <summary>
/// Reads a brief: headings of the second rank name passages of the article ("## p5, p1"), and each line or list item below is one statement
/// of one sentence. A heading of the first rank and HTML comments on lines of their own are for those who edit it.
/// </summary>
internal static class BriefReader
{
    /// <summary>The passages and the lines left out, or an error with file and line.</summary>
    public static (IReadOnlyList<BriefPassage> Passages, IReadOnlyList<StrippedPart> LeftOut, string? Error) Read(string name, string text, int start)
    {
        var passages = new List<BriefPassage>();
        var leftOut = new List<StrippedPart>();
        List<MappedText>? statements = null;
        var builder = new MappedTextBuilder(text);
        var inline = new MarkdownInline(text, builder);
        var lines = TextLines.Of(text);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = TextLines.Trim(text, lines[i]);
            if (line.Start < start || line.Length == 0) continue;
            var content = line.Of(text);
            if (content.StartsWith("<!--", StringComparison.Ordinal) && content.EndsWith("-->", StringComparison.Ordinal)) leftOut.Add(new StrippedPart(line, "editor's comment"));
            else if (content.StartsWith("# ", StringComparison.Ordinal)) leftOut.Add(new StrippedPart(line, "the brief's own heading"));
            else if (content[0] == '#')
            {
                if (!TryReadHeading(content, out var restsOn, out var wrong)) return Fail(i, wrong);
                leftOut.Add(new StrippedPart(line, "heading that names passages"));
                passages.Add(new BriefPassage(restsOn, statements = []));
            }
            else if (statements is null) return Fail(i, "a statement stands before the first heading that names the passage it rests on, such as '## p5'");
            else
            {
                inline.Begin();
                inline.Append(TextSpan.FromBounds(line.Start + ListMarker.Length(text, line), line.End));
                var statement = builder.Take();
                if (WhatIsWrong(statement.Text) is { } wrong) return Fail(i, wrong);
                statements.Add(statement);
            }
        }
        passages.RemoveAll(passage => passage.Statements.Count == 0);
        return passages.Count == 0 ? Fail(0, "the brief holds no statement") : (passages, leftOut, null);

        (IReadOnlyList<BriefPassage>, IReadOnlyList<StrippedPart>, string?) Fail(int line, string what) => ([], [], $"{name}:{line + 1}: {what}.");
    }

    private static bool TryReadHeading(string line, out List<PassageLocator> restsOn, out string wrong)
    {
        restsOn = [];
        wrong = "";
        foreach (var part in line.TrimStart('#').Split(',', StringSplitOptions.TrimEntries))
        {
            if (!PassageLocator.TryParse(part, out var locator))
            {
                wrong = $"the heading '{line}' must name passages of the article: p5, bullet 3, caption 2, row 1, heading 1, title, standfirst, byline, with commas between";
                return false;
            }
            restsOn.Add(locator);
        }
        return true;
    }

    private static string? WhatIsWrong(string statement)
    {
        var sentences = SentenceSplitter.Split(statement);
        if (sentences.Count > 1)
            return $"a statement must be one sentence, and this line has {sentences.Count}; the second begins '{Start(sentences[1].Of(statement))}'";
        return statement.TrimEnd('"', '”', '’', '\'', ')', ']') is [.., '.' or '!' or '?' or '…'] ? null : $"the statement '{Start(statement)}' does not end like a sentence";
    }

    private static string Start(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
