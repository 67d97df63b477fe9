using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Indexing;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Indexing;

public sealed class IndexSnapshotTests
{
    [Fact]
    public void A_change_leaves_the_earlier_snapshot_as_it_was()
    {
        var before = IndexSnapshot.Build([FactDocuments.Of("lake", "The lake", "The ferry crosses the lake twice a day.")]);
        var after = before.Apply(IndexChange.Removing(DocumentId.Parse("lake")));

        Assert.Equal(1, before.FactCount);
        Assert.Equal(1, before.SentenceFrequency("ferri"));
        Assert.Equal(0, after.FactCount);
        Assert.Equal(0, after.SentenceFrequency("ferri"));
        Assert.NotNull(before.Find(DocumentId.Parse("lake")));
        Assert.Null(after.Find(DocumentId.Parse("lake")));
    }

    [Fact]
    public void Putting_a_document_again_replaces_its_facts()
    {
        var index = IndexSnapshot.Build([FactDocuments.Of("lake", null, "The ferry crosses the lake."), FactDocuments.Of("hill", null, "A tower stands on the hill.")]);
        index = index.Apply(IndexChange.Adding(FactDocuments.Of("lake", null, "The ferry was sold. Nobody crosses now.")));

        Assert.Equal(2, index.DocumentCount);
        Assert.Equal(3, index.FactCount);
        Assert.Equal(0, index.SentenceFrequency("lake"));
        Assert.Equal(1, index.SentenceFrequency("sell"));
    }

    [Fact]
    public void Two_documents_of_one_id_in_one_change_are_refused()
    {
        var document = FactDocuments.Of("lake", null, "Water.");
        Assert.Throws<ArgumentException>(() => IndexSnapshot.Build([document, document]));
    }

    [Fact]
    public void Many_small_changes_give_the_same_statistics_as_one_large_one()
    {
        var documents = Enumerable.Range(0, 60).Select(i => FactDocuments.Of($"d{i}", $"Title {i % 7}", $"Ship number {i} sails at dawn. It carries {i % 5} crates of tea.", "The harbour is quiet.")).ToList();
        var once = IndexSnapshot.Build(documents);
        var stepwise = IndexSnapshot.Empty;
        foreach (var document in documents) stepwise = stepwise.Apply(IndexChange.Adding(document));
        stepwise = stepwise.Apply(IndexChange.Adding(FactDocuments.Of("extra", null, "Tea and dawn and harbour."))).Apply(IndexChange.Removing(DocumentId.Parse("extra")));

        Assert.Equal(once.FactCount, stepwise.FactCount);
        Assert.Equal(once.Counts, stepwise.Counts);
        foreach (var stem in new[] { "ship", "tea", "dawn", "harbour", "3", "crate" })
        {
            Assert.Equal(once.SentenceFrequency(stem), stepwise.SentenceFrequency(stem));
            Assert.Equal(once.ParagraphFrequency(stem), stepwise.ParagraphFrequency(stem));
        }
        Assert.Equal(once.Vocabulary.Terms, stepwise.Vocabulary.Terms);
    }

    [Fact]
    public void The_vocabulary_completes_a_beginning_with_the_most_frequent_form_first()
    {
        var index = IndexSnapshot.Build([FactDocuments.Of("a", null, "Harbours are safe. The harbour is old. The harbour is deep. Harvest is near.")]);

        Assert.Equal(["harbour", "harbours"], index.Vocabulary.WithPrefix("harb", 10).Select(term => term.Term));
        Assert.Equal(2, index.Vocabulary.CountOf("harbour"));
        Assert.Equal(0, index.Vocabulary.CountOf("harb"));
    }
}
