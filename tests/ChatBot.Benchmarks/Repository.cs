namespace ChatBot.Benchmarks;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    /// <summary>A file or folder of this project, by its path from the project's folder.</summary>
    public static string Benchmarks(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatBot.sln"))) folder = folder.Parent;
        if (folder is null) throw new InvalidOperationException("This runs from within the repository: no ChatBot.sln above " + AppContext.BaseDirectory);
        return Path.Combine([folder.FullName, "tests", "ChatBot.Benchmarks", .. path]);
    }
}
