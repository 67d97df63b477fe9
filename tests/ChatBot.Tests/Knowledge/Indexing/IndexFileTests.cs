using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Retrieval;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Indexing;

public sealed class IndexFileTests
{
    private static readonly DocumentFacts[] Documents =
    [
        FactDocuments.Of("harbour", "The harbour of Vell", "The harbour of Vell was opened in 1874. It has three piers.", "Mayor Ada Lorn wants a fourth pier."),
        FactDocuments.Of("museum", null, "The glass museum stands on Kiln Street. Visitors pay six crowns."),
    ];

    private static byte[] Saved()
    {
        using var stream = new MemoryStream();
        IndexFile.Save(IndexSnapshot.Build(Documents), stream);
        return stream.ToArray();
    }

    private static IReadOnlyList<string> Found(IndexSnapshot index) =>
        [.. new Retriever().Search(PlainQuestion.Read("When was the harbour opened?"), index).Select(evidence => $"{evidence.Fact.Id} {evidence.Score:R} {evidence.Confidence:R}")];

    [Fact]
    public void A_loaded_index_finds_what_the_saved_one_found()
    {
        var loaded = IndexFile.Load(new MemoryStream(Saved()), Documents);
        Assert.NotEmpty(Found(loaded));
        Assert.Equal(Found(IndexSnapshot.Build(Documents)), Found(loaded));
    }

    [Fact]
    public void The_file_of_the_first_version_still_loads()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Indexing", "Golden", "index-1.bin"));
        Assert.Equal(Found(IndexSnapshot.Build(Documents)), Found(IndexFile.Load(file, Documents)));
    }

    [Fact]
    public void Any_damaged_byte_is_noticed()
    {
        var saved = Saved();
        for (var i = 0; i < saved.Length; i += 7)
        {
            var damaged = (byte[])saved.Clone();
            damaged[i] ^= 0x55;
            Assert.Throws<IndexFileException>(() => IndexFile.Load(new MemoryStream(damaged), Documents));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void A_file_cut_short_is_noticed(int length) =>
        Assert.Throws<IndexFileException>(() => IndexFile.Load(new MemoryStream(Saved()[..length]), Documents));

    [Fact]
    public void An_index_of_other_texts_is_refused_by_name()
    {
        var changed = FactDocuments.Of("museum", null, "The glass museum stands on Kiln Street. Visitors pay seven crowns.");
        var refused = Assert.Throws<IndexFileException>(() => IndexFile.Load(new MemoryStream(Saved()), [Documents[0], changed]));
        Assert.Contains("museum", refused.Message, StringComparison.Ordinal);
    }
}
