namespace ChatBot.Settings;

/// <summary>Finds the folder that the program is at home in: the one that holds <c>config/</c>.</summary>
internal static class Installation
{
    /// <summary>
    /// The nearest folder that holds ChatBot's <c>config/</c> (settings or topics; other programs have a folder of that name too) from the working folder
    /// upwards, else from the program's own upwards (an image has it beside the program, a working copy some folders up); null where there is none.
    /// </summary>
    public static string? Find(string workingFolder, string programFolder) => Upwards(workingFolder) ?? Upwards(programFolder);

    private static string? Upwards(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if (IsHome(Path.Combine(folder.FullName, "config"))) return folder.FullName;
        return null;
    }

    private static bool IsHome(string config) => File.Exists(Path.Combine(config, "chatbot.json")) || Directory.Exists(Path.Combine(config, "topics"));
}
