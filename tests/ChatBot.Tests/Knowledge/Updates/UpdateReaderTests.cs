using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

public sealed class UpdateReaderTests
{
    private const string First = "The ferry to Skarholm costs 12 euros. It sails from the old quay every morning. The captain is Mette Lund. Dogs travel free of charge on the upper deck.";

    [Fact]
    public void What_a_new_version_no_longer_says_is_withdrawn_and_what_it_adds_is_new()
    {
        var known = Known(Document("ferry", First));
        var update = new UpdateReader(known).Read(Document("ferry", First.Replace("Dogs travel free of charge on the upper deck.", "A kiosk sells coffee and newspapers.", StringComparison.Ordinal)));
        Assert.Equal("Dogs travel free of charge on the upper deck.", Assert.Single(update.Withdrawn).Text);
        Assert.Equal("A kiosk sells coffee and newspapers.", Assert.Single(update.News).Fact.Text);
        Assert.Empty(update.AlsoIn);
    }

    [Fact]
    public void A_figure_edited_in_a_sentence_has_changed_and_the_old_sentence_is_not_told_as_withdrawn_as_well()
    {
        var known = Known(Document("quay", "The quay costs 4 million euros. Ulf Dahlgren opened the quay."));
        var update = new UpdateReader(known).Read(Document("quay", "The quay costs 5 million euros. Ulf Dahlgren opened the quay."));
        var news = Assert.Single(update.News);
        Assert.Equal((NewsKind.Changed, "The quay costs 5 million euros."), (news.Kind, news.Fact.Text));
        Assert.Equal("The quay costs 4 million euros.", Assert.Single(news.Known).Text);
        Assert.Empty(update.Withdrawn);
    }

    [Fact]
    public void The_same_text_of_another_source_is_no_news_and_names_the_first()
    {
        var update = new UpdateReader(Known(Document("ferry", First))).Read(Document("copied", First));
        Assert.Equal("ferry", Assert.Single(update.AlsoIn).Value);
        Assert.False(update.IsNovel);
    }

    [Fact]
    public void A_text_that_differs_by_one_word_is_in_no_other_source()
    {
        var update = new UpdateReader(Known(Document("closed", "The ferry to Skarholm has been closed by the harbour master on Monday."))).Read(Document("sold", "The ferry to Skarholm has been sold by the harbour master on Monday."));
        Assert.True(update.IsNovel);
        Assert.Empty(update.AlsoIn);
    }

    [Fact]
    public void What_another_source_tells_with_a_word_more_is_not_in_it()
    {
        var update = new UpdateReader(Known(Document("refused", "The ferry master of Skarholm refused to sign the new contract on Monday."))).Read(Document("signed", "The ferry master of Skarholm has signed the new contract on Monday."));
        Assert.True(update.IsNovel);
        Assert.Empty(update.AlsoIn);
    }

    [Fact]
    public void What_ended_well_after_it_was_told_to_have_failed_is_held_against_that()
    {
        var update = new UpdateReader(Known(Document("failed", "The talks on the Skarholm ferry collapsed without an agreement."))).Read(Document("done", "The talks on the Skarholm ferry ended with an agreement."));
        Assert.Equal("The talks on the Skarholm ferry collapsed without an agreement.", Assert.Single(Assert.Single(update.News).Known).Text);
    }

    [Fact]
    public void The_same_document_again_brings_nothing()
    {
        var update = new UpdateReader(Known(Document("ferry", First))).Read(Document("ferry", First));
        Assert.False(update.IsNovel);
        Assert.Empty(update.Withdrawn);
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        var known = Known(Document("ferry", First), Document("other", "The bridge to Skarholm is closed. Mette Lund is ill."));
        var document = Document("third", "The ferry to Skarholm costs 14 euros. Mette Lund is not the captain.");
        Assert.Equal(Print(new UpdateReader(known).Read(document)), Print(new UpdateReader(known).Read(document)));

        static string Print(DocumentUpdate update) => string.Join('\n', update.Facts.Select(fact => $"{fact.Kind} {fact.Fact.Text} {string.Join(' ', fact.Known.Select(k => k.Fact.Id))}"));
    }

    private static KnowledgeBase Known(params DocumentFacts[] documents) => KnowledgeBase.Build(Topic.None, documents);

    private static DocumentFacts Document(string id, string text)
    {
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt")));
        return new DocumentFacts(read.Document, new FactExtractor(Topic.None).Extract(read.Document));
    }
}
