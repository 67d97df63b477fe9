using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>What an HTML page says: its blocks in order, and what its head tells about it.</summary>
/// <param name="Blocks">The blocks, those of menus and the like included.</param>
/// <param name="Head">Values of meta tags and the like by name ("og:site_name", "author", "lang", "canonical", "time"); the first of each.</param>
/// <param name="LinkedData">The contents of JSON-LD scripts.</param>
internal sealed record HtmlPage(IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, string> Head, IReadOnlyList<TextSpan> LinkedData);
