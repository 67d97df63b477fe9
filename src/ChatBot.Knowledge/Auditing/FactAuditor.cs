using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Auditing;

/// <summary>
/// Holds stored facts against their documents: the words stand, character by character, at the place that the fact gives, that place is in the
/// paragraph that it names, and both lead back to the text as received.
/// </summary>
public static class FactAuditor
{
    /// <summary>Audits every fact of a document.</summary>
    public static DocumentAudit Audit(DocumentFacts stored)
    {
        var document = stored.Document;
        var paragraphs = document.Paragraphs.ToLookup(paragraph => paragraph.Locator);
        return new DocumentAudit(document.Id, [.. stored.Facts.Select(fact => new AuditedStatement(document.Id, [fact.Locator], fact.Span, fact.Text, Findings(document, fact, paragraphs)))], stored.Facts.Count);
    }

    private static List<AuditFinding> Findings(Document document, Fact fact, ILookup<PassageLocator, Paragraph> paragraphs)
    {
        var where = $"characters {fact.Span.Start} to {fact.Span.End} of {document.Id}";
        if (fact.Id.Document != document.Id) return [new AuditFinding(AuditMatter.Passage, $"a fact of {fact.Id.Document}", $"{document.Id}")];
        if (fact.Span.Start < 0 || fact.Span.Length <= 0 || fact.Span.End > document.Text.Length) return [new AuditFinding(AuditMatter.Passage, fact.Text, where)];
        var findings = new List<AuditFinding>();
        if (document.At(fact.Span) != fact.Text || VerbatimGate.Check([Statement.From(document, fact)], id => id == document.Id ? document : null).Count > 0)
            findings.Add(new AuditFinding(AuditMatter.Words, fact.Text, where));
        if (!paragraphs[fact.Locator].Any(paragraph => paragraph.Span.Contains(fact.Span))) findings.Add(new AuditFinding(AuditMatter.Passage, $"{fact.Locator}", where));
        if (!LeadsBack(document, fact.Span)) findings.Add(new AuditFinding(AuditMatter.Words, fact.Text, $"the text of {document.Id} as received"));
        return findings;
    }

    /// <summary>Whether the first and the last letter stand in the text as received where the map leads, or were made there from a character reference.</summary>
    private static bool LeadsBack(Document document, TextSpan span)
    {
        try
        {
            var received = document.Map.ToReceived(span);
            if (received.Start < 0 || received.End > document.Received.Length) return false;
            return Same(document.Text[span.Start], document.Received[received.Start]) && Same(document.Text[span.End - 1], document.Received[received.End - 1]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static bool Same(char text, char received) => text == received || received is '&' or ';' || char.IsWhiteSpace(text) && char.IsWhiteSpace(received);
}
