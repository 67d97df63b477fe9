using System.Collections;
using System.CommandLine;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Terminal;

/// <summary>What every command is given: where it runs, and the options that all of them have.</summary>
/// <param name="Screen">Where it reads and writes.</param>
/// <param name="Time">The clock.</param>
/// <param name="WorkingFolder">Where relative paths start.</param>
/// <param name="ProgramFolder">Where the program is, from which its installation is looked for.</param>
/// <param name="Environment">The environment variables.</param>
internal sealed record CommandContext(TerminalScreen Screen, TimeProvider Time, string WorkingFolder, string ProgramFolder, IDictionary Environment)
{
    private readonly Option<string?> _topic = Setting("topic", "DIR", "The topic's folder; 'none' knows no event, only language.");
    private readonly Option<string?> _data = Setting("data", "DIR", "The folder of what the program writes.");
    private readonly Option<string?> _store = Setting("store", "STORE", "A file (SQLite) or 'Host=…' (PostgreSQL).");
    private readonly Option<string?> _url = Setting("url", "URL", "Where the web page listens, as http://127.0.0.1:5080.");

    /// <summary>Who is told, within the transaction, of documents that a command stores, given what is known before. Nobody unless set.</summary>
    public Func<StoreDatabase, Func<KnowledgeBase>, IReadOnlyList<IDocumentsStored>> WhenStored { get; init; } = (_, _) => [];

    /// <summary>The context of this process.</summary>
    public static CommandContext OfProcess(TerminalScreen screen, TimeProvider time) =>
        new(screen, time, System.Environment.CurrentDirectory, AppContext.BaseDirectory, System.Environment.GetEnvironmentVariables());

    /// <summary>The options that set a setting; every command has them.</summary>
    public IEnumerable<Option> SettingOptions => [_topic, _data, _store, _url];

    /// <summary>An option that takes documents from a folder instead of the store.</summary>
    public static Option<string?> DocumentsOption() => new("--documents") { Description = "Use the documents of this folder alone, and store nothing.", HelpName = "DIR" };

    /// <summary>An option that names a file, and must be given.</summary>
    public static Option<string> FileOption(string name, string description) => new(name) { Description = description, HelpName = "FILE", Required = true };

    /// <summary>The settings: file, environment, and the options given.</summary>
    /// <exception cref="SettingsException">Anything is wrong with them.</exception>
    public ChatBotSettings SettingsOf(ParseResult parsed)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in new[] { _topic, _data, _store, _url })
            if (parsed.GetValue(option) is { } text) given[option.Name[2..]] = text;
        var home = Installation.Find(WorkingFolder, ProgramFolder);
        var settings = SettingsReader.Read(home ?? WorkingFolder, WorkingFolder, Environment, given);
        if (home is null && settings.Topic != TopicFolder.NoTopic && !Directory.Exists(settings.Topic))
            throw new SettingsException(
            [
                $"config/ was not found: not in {WorkingFolder} nor above it, and not beside the program ({ProgramFolder}) nor above that. Run this in ChatBot's own folder, "
                + "copy config/ beside the program, or name a topic: --topic DIR ('--topic none' knows no event).",
            ]);
        return settings;
    }

    /// <summary>As <see cref="SettingsOf"/>, for what only reads: a store that was named must be there, because a mistyped name would look like an empty store.</summary>
    /// <exception cref="SettingsException">Anything is wrong with the settings, or the store isn't there.</exception>
    public ChatBotSettings SettingsToRead(ParseResult parsed)
    {
        var settings = SettingsOf(parsed);
        return settings is { StoreOrigin: { } origin, Store: StoreAddress.SqliteFile file } && !File.Exists(file.Path)
            ? throw new SettingsException([$"{origin}: there is no store {file.Path}. Mistyped? If it is to be made: 'chatbot ingest FILE' and 'chatbot serve' make it."])
            : settings;
    }

    /// <summary>What is known: of the folder of documents, where one is given; else of the store and the topic's own folder, of which nothing is stored that could be news.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="documents">The folder of documents, or null.</param>
    /// <param name="storeless">Whether a topic that knows no event is taken without what is stored for it.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public async Task<KnowledgeBase> OpenAsync(ParseResult parsed, string? documents, bool storeless, CancellationToken cancellation)
    {
        var settings = SettingsOf(parsed);
        if (documents is not null || storeless && settings.Topic == TopicFolder.NoTopic) return FolderKnowledge.Read(settings.Topic, documents is null ? null : Absolute(documents), Screen.Error);
        await using var database = StoreDatabase.At(SettingsToRead(parsed).Store);
        var library = await TopicLibrary.OpenAsync(settings.Topic, database, settings.Data, Time, FolderUse.Know, _ => [], cancellation, SayPreparing);
        foreach (var remark in library.Remarks) await Screen.Error.WriteLineAsync(TerminalText.Clean(remark));
        return library.Current;
    }

    /// <summary>Tells a person, and no program, that it takes a while the first time.</summary>
    public void SayPreparing()
    {
        if (Screen.Interactive) Screen.Error.WriteLine(TopicLibrary.Preparing);
    }

    /// <summary>A path as typed, from the folder that the command was typed in.</summary>
    public string Absolute(string path) => Path.Combine(WorkingFolder, path);

    private static Option<string?> Setting(string name, string form, string description) => new("--" + name) { Description = description, HelpName = form, Recursive = true };
}
