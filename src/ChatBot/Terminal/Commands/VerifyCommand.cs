using System.CommandLine;
using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
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
        command.SetAction(async (parsed, cancellation) =>
        {
            var audits = parsed.GetValue(documents) is { } folder
                ? AuditBriefs(context, context.SettingsOf(parsed).Topic, context.Absolute(folder))
                : AuditFacts(await context.OpenAsync(parsed, null, storeless: false, cancellation));
            if (audits.Count == 0) throw new UnreadableFilesException(["There is nothing to audit: the topic has no documents."]);
            Show(audits, context.Screen);
            return audits.Exists(audit => audit.Unsupported.Any()) ? CommandLine.NotInOrder : 0;
        });
        return command;
    }

    private static List<DocumentAudit> AuditFacts(KnowledgeBase knowledge) =>
        [.. knowledge.Documents.OrderBy(document => document.Document.Id.Value, StringComparer.Ordinal).Select(FactAuditor.Audit)];

    private static List<DocumentAudit> AuditBriefs(CommandContext context, string topicFolder, string folder)
    {
        if (topicFolder == TopicFolder.NoTopic) throw new UnreadableFilesException(["--topic none has no briefs to audit; give a topic's folder."]);
        var articles = FolderKnowledge.ReadDocuments(folder, context.Screen.Error).ToDictionary(document => document.Id);
        Document[] briefs = [.. FolderKnowledge.ReadDocuments(TopicFolder.DocumentsOf(topicFolder), context.Screen.Error).Where(document => document.Kind == DocumentKind.Brief)];
        var missing = briefs.Where(brief => !articles.ContainsKey(brief.Id)).Select(brief => brief.Id.Value).ToList();
        if (missing.Count == briefs.Length)
            throw new UnreadableFilesException([$"{folder} holds none of the topic's articles. A brief is held against the article of its own id: name the files {string.Join(", ", missing)} (with .txt, .md or .html)."]);
        foreach (var id in missing) context.Screen.Error.WriteLine($"{folder} has no article {id}; its brief is not audited.");
        var auditor = new BriefAuditor(TopicFolder.ReadTopic(topicFolder), [.. briefs, .. articles.Values]);
        return [.. briefs.Where(brief => articles.ContainsKey(brief.Id)).Select(brief => auditor.Audit(brief, articles[brief.Id]))];
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
