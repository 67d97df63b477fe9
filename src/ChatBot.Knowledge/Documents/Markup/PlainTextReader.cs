using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>Reads plain text into blocks: one paragraph a line, or lines wrapped to a width, with or without blank lines between.</summary>
internal static class PlainTextReader
{
    public static IReadOnlyList<Block> Read(string text)
    {
        var lines = TextLines.Of(text).ConvertAll(line => TextLines.Trim(text, line));
        var wrapping = new LineWrapping(text, lines);
        var blocks = new List<Block>();
        var builder = new MappedTextBuilder(text);
        for (var i = 0; i < lines.Count;)
        {
            var afterGap = i == 0 || lines[i - 1].Length == 0;
            if (lines[i].Length == 0)
            {
                i++;
                continue;
            }
            var isNumbered = char.IsAsciiDigit(text[lines[i].Start]);
            var marker = ListMarker.Length(text, lines[i]);
            builder.Append(lines[i].Start + marker, lines[i].End);
            while (i + 1 < lines.Count && wrapping.Continues(lines[i], lines[i + 1]) && ListMarker.Length(text, lines[i + 1]) == 0)
            {
                builder.AppendSpace(lines[i].End, lines[i + 1].Start);
                i++;
                builder.Append(lines[i].Start, lines[i].End);
            }
            blocks.Add(new Block(builder.Take(), marker > 0 ? BlockShape.ListItem : BlockShape.Plain) { AfterGap = afterGap, IsNumbered = marker > 0 && isNumbered });
            i++;
        }
        return blocks;
    }
}
