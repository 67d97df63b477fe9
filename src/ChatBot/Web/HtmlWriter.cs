using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatBot.Web;

/// <summary>Builds HTML: markup comes from this program's own code, everything else goes through <see cref="Text"/>, which encodes it.</summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Adds markup of this program's own.</summary>
    public HtmlWriter Markup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Adds text from anywhere, encoded for an element's content or a quoted attribute's value.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>Adds an element that holds text alone.</summary>
    /// <param name="tag">The tag with its attributes, as <c>p class="faint"</c>.</param>
    /// <param name="text">The text.</param>
    public HtmlWriter Element(string tag, string text) => Markup($"<{tag}>").Text(text).Markup($"</{tag.Split(' ', 2)[0]}>");

    /// <summary>The HTML so far.</summary>
    public override string ToString() => _html.ToString();
}
