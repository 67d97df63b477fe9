using System.CommandLine;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Terminal;

/// <summary>What every command is given.</summary>
/// <param name="Screen">Where it reads and writes.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandContext(TerminalScreen Screen, TimeProvider Time)
{
    /// <summary>The topic's folder; an option of every command.</summary>
    public Option<string?> Topic { get; } = new("--topic") { Description = "The topic's folder; 'none' knows no event, only language.", HelpName = "DIR", Recursive = true };

    /// <summary>Documents to use instead of those stored.</summary>
    public static Option<string?> DocumentsOption() => new("--documents") { Description = "Use the documents of this folder alone, and store nothing.", HelpName = "DIR" };

    /// <summary>An option that names a file, and must be given.</summary>
    public static Option<string> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };

    /// <summary>What is known: of the folder of documents, where one is given, else of the topic.</summary>
    public KnowledgeBase Open(ParseResult parsed, Option<string?>? documents = null) =>
        KnowledgeOpener.Open(KnowledgeOpener.TopicFolderOf(parsed.GetValue(Topic)), documents is null ? null : parsed.GetValue(documents), Screen.Error);
}
