using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Auditing;

/// <summary>What kind of thing an audit could not find.</summary>
public enum AuditMatter
{
    /// <summary>A number, or a number with its unit.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>The name of a person, body, place or thing.</summary>
    Name,

    /// <summary>Words in quotation marks.</summary>
    Quotation,

    /// <summary>The passage that a statement names, or the whole article.</summary>
    Passage,

    /// <summary>The very words of a fact, at the place it gives.</summary>
    Words,
}

/// <summary>Something that a statement says and its source doesn't.</summary>
/// <param name="Matter">What kind of thing.</param>
/// <param name="What">The words of the statement that were not found, or what is missing.</param>
/// <param name="Where">Where they were looked for: "p5, p1 of reuters-2025-06-25".</param>
public sealed record AuditFinding(AuditMatter Matter, string What, string Where);

/// <summary>A statement and what the audit found against it.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="RestsOn">The passages that it rests on.</param>
/// <param name="Span">Where it stands, in <see cref="Documents.Document.Text"/>.</param>
/// <param name="Text">Its words.</param>
/// <param name="Findings">What its source doesn't say; empty where all of it is supported.</param>
public sealed record AuditedStatement(DocumentId Document, IReadOnlyList<PassageLocator> RestsOn, TextSpan Span, string Text, IReadOnlyList<AuditFinding> Findings)
{
    /// <summary>Whether all that was checked stands in the source.</summary>
    public bool Supported => Findings.Count == 0;
}

/// <summary>The audit of one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Statements">Every statement of it, in reading order.</param>
/// <param name="Checked">How many numbers, dates, names and quotations were looked for.</param>
public sealed record DocumentAudit(DocumentId Document, IReadOnlyList<AuditedStatement> Statements, int Checked)
{
    /// <summary>The statements that are not supported.</summary>
    public IEnumerable<AuditedStatement> Unsupported => Statements.Where(statement => !statement.Supported);
}
