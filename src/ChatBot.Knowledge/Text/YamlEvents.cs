using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// The events of a YAML text. Of what is no YAML it throws <see cref="YamlException"/> and nothing else, with a place: the library's own scanner trips over some
/// broken texts (an unclosed list before a key, say) with whatever it is doing then, and without saying where.
/// </summary>
internal sealed class YamlEvents(string text) : IParser
{
    private readonly Parser _parser = new(new StringReader(text));
    private bool _ended;

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        // The last place that made sense is the nearest to the fault that there is.
        var last = Current?.End ?? Mark.Empty;
        if (_ended) throw new YamlException(last, last, "it ends too soon");
        try
        {
            var moved = _parser.MoveNext();
            _ended = !moved;
            return moved;
        }
        catch (Exception tripped) when (tripped is not YamlException)
        {
            throw new YamlException(last, last, "from about here on it can't be read; look for a missing bracket, quote or colon", tripped);
        }
    }
}
