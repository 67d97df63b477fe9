namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>Where the repository lies, and what may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    public static string ContractPath => Path.GetFullPath(Path.Combine(Root, "..", "shared", "contracts", "telegram-bot-api.json"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ChatBot.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds ChatBot.sln.");
    }
}
