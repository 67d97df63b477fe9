using ChatBot;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;

try
{
    var folder = Environment.CurrentDirectory;
    var settings = SettingsReader.Read(Installation.Find(folder, AppContext.BaseDirectory), folder, Environment.GetEnvironmentVariables(), CommandLineSettings.Read(args));
    await ChatBotHost.RunAsync(settings, Console.Out, TimeProvider.System, CancellationToken.None);
    return 0;
}
catch (Exception failure) when (failure is SettingsException or UnreadableFilesException or StoreException or IOException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
