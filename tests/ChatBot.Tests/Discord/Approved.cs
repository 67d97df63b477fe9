using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Texts that somebody has read and found right: <c>Discord/Golden/NAME.txt</c>. With CHATBOT_APPROVE=true what comes now is written there instead, to be read as a diff.</summary>
internal static class Approved
{
    public static void Equal(string name, string text)
    {
        var path = RepositoryRoot.File("tests", "ChatBot.Tests", "Discord", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("CHATBOT_APPROVE") == "true" && Environment.GetEnvironmentVariable("CI") != "true") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{path} is missing; run this test with CHATBOT_APPROVE=true and read what it writes.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
