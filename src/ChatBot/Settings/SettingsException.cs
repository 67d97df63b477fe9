namespace ChatBot.Settings;

/// <summary>The settings can't be used; the program must not start with them.</summary>
/// <param name="problems">What is wrong, where, and what to do; one line each, at least one.</param>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
