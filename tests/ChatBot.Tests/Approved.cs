using System.Runtime.CompilerServices;
using Xunit;

namespace ChatBot.Tests;

/// <summary>
/// Texts that somebody has read and found right: <c>Golden/NAME.txt</c> in the folder of the test. With CHATBOT_APPROVE=true what comes now is written there
/// instead, to be read as a diff.
/// </summary>
internal static class Approved
{
    public static void Equal(string name, string text, [CallerFilePath] string test = "")
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(test)) ?? throw new ArgumentException("The test's file is not known.", nameof(test));
        var path = RepositoryRoot.File("tests", "ChatBot.Tests", folder, "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("CHATBOT_APPROVE") == "true" && Environment.GetEnvironmentVariable("CI") != "true") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{path} is missing; run this test with CHATBOT_APPROVE=true and read what it writes.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
