namespace ChatBot.Tests;

/// <summary>Where the working copy lies that these tests were built in, for tests over its files.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "ChatBot.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No ChatBot.sln above {AppContext.BaseDirectory}.");
    }
}
