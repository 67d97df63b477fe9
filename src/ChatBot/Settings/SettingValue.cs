namespace ChatBot.Settings;

/// <summary>A setting as given, and by whom.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Origin">Where it was given, for messages: <c>config/chatbot.json:3:12</c>, <c>ChatBot__Topic</c>, <c>--topic</c>.</param>
/// <param name="Folder">What a relative path in it is relative to.</param>
internal sealed record SettingValue(string Text, string Origin, string Folder)
{
    /// <summary>As a full path.</summary>
    public string FullPath => Path.GetFullPath(Text, Folder);
}
