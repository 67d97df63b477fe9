using ChatBot.TelegramClient;

namespace ChatBot.Telegram;

/// <summary>How a run of text looks.</summary>
internal enum RunStyle
{
    Plain,
    Strong,
    Faint,
}

/// <summary>A run of text in one style; it becomes HTML here and nowhere else, so none of its characters can be markup.</summary>
/// <param name="Text">Any text.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Link">Where it leads; null for nowhere.</param>
internal readonly record struct StyledRun(string Text, RunStyle Style = RunStyle.Plain, Uri? Link = null)
{
    public string Html
    {
        get
        {
            var text = HtmlText.Escape(Text);
            if (Link is not null) text = $"<a href=\"{HtmlText.Escape(Link.AbsoluteUri)}\">{text}</a>";
            return Style switch
            {
                RunStyle.Strong => $"<b>{text}</b>",
                RunStyle.Faint => $"<i>{text}</i>",
                _ => text,
            };
        }
    }
}
