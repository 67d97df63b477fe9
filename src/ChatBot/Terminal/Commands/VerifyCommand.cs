using System.CommandLine;
using System.Globalization;
using ChatBot.Knowledge.Auditing;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot verify</c>: holds every stored fact against its document, or every brief against its article.</summary>
internal static class VerifyCommand
{
    public static Command Build(CommandContext context)
    {
        var documents = new Option<string?>("--documents")
        {
            Description = "The articles themselves: audits the topic's briefs against them, every number, date, name and quotation.", HelpName = "DIR",
        };
        var command = new Command("verify", "Audits what the bot would say: every fact against its document, or, with --documents, every brief against its article.") { documents };
        command.SetAction(parsed =>
        {
            var screen = context.Screen;
            var audits = parsed.GetValue(documents) is { } folder ? AuditBriefs(context, parsed, folder) : AuditFacts(context, parsed);
            if (audits.Count == 0) throw new UnreadableFilesException(["There is nothing to audit: the topic has no documents."]);
            Show(audits, screen);
            return audits.Any(audit => audit.Unsupported.Any()) ? CommandLine.NotInOrder : 0;
        });
        return command;
    }

    private static List<DocumentAudit> AuditFacts(CommandContext context, ParseResult parsed) =>
        [.. context.Open(parsed).Documents.OrderBy(document => document.Document.Id.Value, StringComparer.Ordinal).Select(FactAuditor.Audit)];

    private static List<DocumentAudit> AuditBriefs(CommandContext context, ParseResult parsed, string folder)
    {
        var topicFolder = KnowledgeOpener.TopicFolderOf(parsed.GetValue(context.Topic));
        if (topicFolder == TopicFolder.NoTopic) throw new UnreadableFilesException(["--topic none has no briefs to audit; give a topic's folder."]);
        var auditor = new BriefAuditor(TopicFolder.ReadTopic(topicFolder));
        var articles = Read(folder, context.Screen).ToDictionary(document => document.Id);
        return [.. Read(TopicFolder.DocumentsOf(topicFolder), context.Screen).Where(document => document.Kind == DocumentKind.Brief).Select(brief => auditor.Audit(brief, articles.GetValueOrDefault(brief.Id)))];
    }

    private static IEnumerable<Document> Read(string folder, TerminalScreen screen)
    {
        foreach (var (_, result) in TopicFolder.ReadDocuments(folder))
        {
            if (result is ReadResult.Read read) yield return read.Document;
            else foreach (var line in DocumentSummary.Lines(result)) screen.Error.WriteLine(TerminalText.Clean(line));
        }
    }

    private static void Show(List<DocumentAudit> audits, TerminalScreen screen)
    {
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var statement in audits.SelectMany(audit => audit.Unsupported))
        {
            Write(lines.Add($"{statement.Document} {string.Join(", ", statement.RestsOn)}: ", TerminalStyle.Faint).Add(statement.Text).Take(0, 2));
            foreach (var finding in statement.Findings)
                Write(lines.Add($"{finding.Matter.ToString().ToLowerInvariant()} ", TerminalStyle.Faint).Add(finding.What, TerminalStyle.Bad).Add($" is not in {finding.Where}").Take(4, 2));
            screen.Output.WriteLine();
        }
        var width = audits.Max(audit => audit.Document.Value.Length);
        Row("document", "statements", "checked", "unsupported");
        foreach (var audit in audits) Row(audit.Document.Value, Count(audit.Statements.Count), Count(audit.Checked), Count(audit.Unsupported.Count()));
        if (audits.Count > 1) Row("all", Count(audits.Sum(a => a.Statements.Count)), Count(audits.Sum(a => a.Checked)), Count(audits.Sum(a => a.Unsupported.Count())));

        void Row(string name, string statements, string looked, string unsupported) =>
            screen.Output.WriteLine($"{name.PadRight(width)}  {statements,10}  {looked,7}  {unsupported,11}");

        void Write(IEnumerable<string> written)
        {
            foreach (var line in written) screen.Output.WriteLine(line);
        }
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
