using System.Text;

namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>
/// Formatting as marks that a reader of a plain file understands: **bold**, _italic_, `code`, ||spoiler||, text (address), > quotation, >>
/// folded quotation.
/// </summary>
internal static class MarkWriter
{
    public static string Write(FormattedText text)
    {
        var result = new StringBuilder();
        for (var i = 0; i <= text.Text.Length; i++)
        {
            foreach (var entity in text.Entities.Reverse().Where(entity => entity.End == i))
                result.Append(Close(entity));
            if (i == 0 || text.Text[i - 1] == '\n')
                result.Append(QuotePrefix(text, i));
            foreach (var entity in text.Entities.Where(entity => entity.Offset == i))
                result.Append(Open(entity));
            if (i < text.Text.Length)
                result.Append(text.Text[i]);
        }
        return result.ToString();
    }

    private static string QuotePrefix(FormattedText text, int at) =>
        text.Entities.FirstOrDefault(entity => entity.Type is "blockquote" or "expandable_blockquote" && entity.Offset <= at
            && at < entity.End)?.Type switch
        {
            "blockquote" => "> ",
            "expandable_blockquote" => ">> ",
            _ => "",
        };

    private static string Open(TextEntity entity) => entity.Type == "pre" ? $"```{entity.Language} " : Symmetric(entity);

    private static string Close(TextEntity entity) => entity.Type switch
    {
        "pre" => " ```",
        "text_link" => $" ({entity.Url})",
        _ => Symmetric(entity),
    };

    private static string Symmetric(TextEntity entity) => entity.Type switch
    {
        "bold" => "**",
        "italic" => "_",
        "underline" => "__",
        "strikethrough" => "~~",
        "spoiler" => "||",
        "code" => "`",
        _ => "",
    };
}
