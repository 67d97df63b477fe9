namespace ChatBot.Chat;

/// <summary>The commands, the same on every platform; menus and help are made of it.</summary>
internal static class CommandCatalogue
{
    public const string Sources = "sources";
    public const string Check = "check";
    public const string Help = "help";
    public const string About = "about";
    public const string Privacy = "privacy";

    /// <summary>What a platform sends when someone opens the bot for the first time.</summary>
    public const string Start = "start";

    /// <summary>All of them, in the order of menus.</summary>
    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new("ask", "any question", "question", true),
        new("when", "when it takes place"),
        new("where", "where it takes place"),
        new("who", "who someone is here", "name", true),
        new("quote", "what someone said, in their words", "speaker", true),
        new("number", "figures, with their source", "about", true),
        new("timeline", "what happened, in order of time", "about"),
        new("compare", "what each source says", "question", true),
        new(Check, "whether the sources bear a claim out", "claim", true),
        new(Sources, "the documents that I answer from", "document"),
        new(Help, "what I can do"),
        new(About, "what I am and how I answer"),
        new(Privacy, "what I keep about you"),
        new(Start, "begin"),
    ];

    /// <summary>The command of that name, or null.</summary>
    public static SlashCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
