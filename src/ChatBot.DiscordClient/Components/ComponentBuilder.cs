namespace ChatBot.DiscordClient.Components;

/// <summary>Lays buttons and menus out in rows: at most five rows, five buttons or one menu in each.</summary>
public sealed class ComponentBuilder
{
    private readonly List<List<MessageComponent>> _rows = [];

    /// <summary>The button joins the last row, or begins a new one when that is full or holds a menu.</summary>
    public ComponentBuilder WithButton(MessageComponent button)
    {
        if (_rows.Count == 0 || _rows[^1].Count == DiscordConfig.MaxButtonsPerRow || _rows[^1].Any(c => c.Type != ComponentType.Button))
            _rows.Add([]);
        _rows[^1].Add(button);
        return this;
    }

    public ComponentBuilder WithSelectMenu(MessageComponent menu)
    {
        _rows.Add([menu]);
        return this;
    }

    /// <summary>What follows begins a new row.</summary>
    public ComponentBuilder NewRow()
    {
        if (_rows.Count > 0 && _rows[^1].Count > 0)
            _rows.Add([]);
        return this;
    }

    /// <exception cref="InvalidOperationException">More than five rows, or two components with the same custom id.</exception>
    public IReadOnlyList<MessageComponent> Build()
    {
        var rows = _rows.Where(r => r.Count > 0).Select(r => new MessageComponent { Type = ComponentType.ActionRow, Components = [.. r] }).ToList();
        if (rows.Count > DiscordConfig.MaxActionRows)
            throw new InvalidOperationException($"A message has at most {DiscordConfig.MaxActionRows} rows of components; this one has {rows.Count}.");
        var ids = _rows.SelectMany(r => r).Select(c => c.CustomId).OfType<string>().ToList();
        return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count ? rows
            : throw new InvalidOperationException("Two components of one message have the same custom id.");
    }
}
