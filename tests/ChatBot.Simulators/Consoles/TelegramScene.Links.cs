using System.Globalization;

namespace ChatBot.Simulators.Consoles;

/// <content>Links to the bot and inline mode.</content>
internal sealed partial class TelegramScene
{
    private async Task AskInlineAsync(string query, CancellationToken cancellation)
    {
        if (!IsBotHere) throw new InvalidOperationException("The bot is not here yet, so nothing is offered.");
        _offered = null;
        try
        {
            _offered = await _person.AskInlineAsync(query, cancellation).WaitAsync(_patience, _world.Options.Time, cancellation);
        }
        catch (TimeoutException)
        {
            Doing(() => "The bot offers nothing, for it doesn't answer.");
            return;
        }
        Doing(() => _offered.Lines.Count == 0 ? "Nothing is offered."
            : string.Join('\n', _offered.Lines.Select((line, i) => $"  {i + 1}  {line}").Append(":choose NUMBER sends one into the chat where you are.")));
    }

    private string? Choose(string number)
    {
        if (_offered is null) throw new InvalidOperationException("Nothing has been offered; ask with :inline QUESTION first.");
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > _offered.Titles.Count)
            throw new InvalidOperationException($"Say which of the {_offered.Titles.Count} offered, by its number.");
        _person.Choose(_offered, _offered.Titles[place - 1], _room);
        return null;
    }

    private string? Open(string link)
    {
        var start = link.IndexOf("start=", StringComparison.Ordinal);
        return Privately(_person.Start(start < 0 ? Needed(link, ":open LINK") : link[(start + "start=".Length)..]));
    }
}
