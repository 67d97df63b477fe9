namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Collects the blocks of one table row. A row of data becomes one block, its cells joined by " | "; a row that only lays out the page
/// (long cells, cells of several blocks, a table within) gives its blocks back as they are.
/// </summary>
internal sealed class TableRowReader(string source)
{
    private const int LongestCell = 300;

    private readonly List<(Block Block, int Cell)> _blocks = [];
    private int _cells;

    public void BeginCell() => _cells++;

    public void Add(Block block) => _blocks.Add((block, _cells));

    /// <summary>The row's blocks. <paramref name="layout"/>: it turned out to be one that lays out the page.</summary>
    public IEnumerable<Block> End(bool layout)
    {
        var isData = !layout && _cells > 1 && _blocks.Count > 1
            && _blocks.All(b => b.Block.Text.Length <= LongestCell && b.Block.Shape is BlockShape.Plain or BlockShape.ListItem)
            && _blocks.GroupBy(b => b.Cell).All(cell => cell.Count() <= 2);
        if (!isData) return _blocks.Select(b => b.Block);
        var text = new MappedTextBuilder(source);
        var cell = _blocks[0].Cell;
        foreach (var (block, number) in _blocks)
        {
            text.AppendJoined(block.Content, number == cell ? " " : " | ");
            cell = number;
        }
        var first = _blocks[0].Block;
        return [first with { Content = text.Take(), Shape = BlockShape.TableRow, LinkCharacters = _blocks.Sum(b => b.Block.LinkCharacters) }];
    }
}
