namespace ChatBot.Settings;

/// <summary>Finds the folder that the program is at home in: the one that holds <c>config/</c>.</summary>
internal static class Installation
{
    /// <summary>
    /// The working folder, if it holds <c>config/</c>; else the nearest folder that does from the program's own upwards (an image has it beside
    /// the program, a working copy some folders up); else the working folder.
    /// </summary>
    public static string Find(string workingFolder, string programFolder)
    {
        if (Directory.Exists(Path.Combine(workingFolder, "config"))) return workingFolder;
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "config", "chatbot.json"))) return folder.FullName;
        return workingFolder;
    }
}
