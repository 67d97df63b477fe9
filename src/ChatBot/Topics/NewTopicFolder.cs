using ChatBot.Knowledge.Topics;
using ChatBot.Sources;

namespace ChatBot.Topics;

/// <summary>Puts a draft on the disk: all of it, or nothing. What is there already is never touched.</summary>
internal static class NewTopicFolder
{
    /// <summary>Writes the draft's files, and copies its documents beside them.</summary>
    /// <param name="folder">The topic's folder, which must not be there yet.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="documents">The documents' files.</param>
    /// <returns>What the topic's own reader remarks about the files, none of it an error.</returns>
    /// <exception cref="UnreadableFilesException">The folder is there already.</exception>
    public static IReadOnlyList<TopicProblem> Create(string folder, TopicDraft draft, IReadOnlyList<string> documents)
    {
        RefuseExisting(folder);
        var files = DraftFiles.Write(draft);
        if (TopicReader.Read(files, draft.Id) is not TopicReadResult.Read read)
            throw new InvalidOperationException("The draft does not read back: " + string.Join("; ", ((TopicReadResult.Invalid)TopicReader.Read(files, draft.Id)).Problems.Select(p => $"{p.File}:{p.Line} {p.Message}")));
        // Written aside and moved, so that a stop half-way leaves no half topic.
        var aside = $"{folder}.{Environment.ProcessId}.new";
        var copies = TopicFolder.DocumentsOf(aside);
        try
        {
            Directory.CreateDirectory(copies);
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(aside, name), text);
            foreach (var path in documents) File.Copy(path, Path.Combine(copies, Path.GetFileName(path)));
            RefuseExisting(folder);
            Directory.Move(aside, folder);
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
        return read.Warnings;
    }

    /// <summary>Says no where something stands already.</summary>
    /// <exception cref="UnreadableFilesException">Something does.</exception>
    public static void RefuseExisting(string folder)
    {
        if (Directory.Exists(folder) || File.Exists(folder)) throw new UnreadableFilesException([$"{folder}: there is something of that name already, and nothing is overwritten. Give another name, or move it away."]);
    }
}
