namespace ChatBot.Sources;

/// <summary>Says why a file can't be read; one such file keeps none of the others out.</summary>
internal static class UnreadableFile
{
    /// <summary>Whether a fault is that of one file, and not of the program.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException;

    /// <summary>The file's name, the reason, and what to do.</summary>
    public static string Words(string path, Exception failure)
    {
        var name = Path.GetFileName(path);
        if (failure is FileNotFoundException or DirectoryNotFoundException && new FileInfo(path).LinkTarget is { } target) return $"{name} is a link to {target}, which isn't there; mend the link or take it away.";
        return failure is UnauthorizedAccessException ? $"{name} can't be read by this user; give it the right to, or take the file away." : $"{name} can't be read ({failure.Message.TrimEnd('.')}).";
    }
}
