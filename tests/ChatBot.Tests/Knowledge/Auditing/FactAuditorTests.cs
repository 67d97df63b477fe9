using ChatBot.Knowledge.Auditing;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Auditing;

public sealed class FactAuditorTests
{
    private static readonly DocumentFacts Stored = FactDocuments.Of("port", "The port", "The quay is long. It is new.", "It cost much.");

    [Fact]
    public void Facts_that_stand_where_they_say_pass() => Assert.Equal([], FactAuditor.Audit(Stored).Unsupported);

    [Fact]
    public void Other_words_than_the_documents_are_found() => Assert.Equal(AuditMatter.Words, Finding(fact => fact with { Text = "The quay is lung." }));

    [Fact]
    public void A_place_beyond_the_document_is_found() => Assert.Equal(AuditMatter.Passage, Finding(fact => fact with { Span = new TextSpan(0, 5000) }));

    [Fact]
    public void Another_paragraph_than_the_one_named_is_found() => Assert.Equal(AuditMatter.Passage, Finding(fact => fact with { Locator = new PassageLocator(ParagraphKind.Body, 2) }));

    [Fact]
    public void Another_documents_fact_is_found() => Assert.Equal(AuditMatter.Passage, Finding(fact => fact with { Id = new FactId(DocumentId.Parse("airport"), 1) }));

    private static AuditMatter Finding(Func<Fact, Fact> change) =>
        Assert.Single(Assert.Single(FactAuditor.Audit(Stored with { Facts = [change(Stored.Facts[0]), .. Stored.Facts.Skip(1)] }).Unsupported).Findings).Matter;
}
