namespace ChatBot.Chat;

/// <summary>The commands, the same on every platform; menus and help are made of it.</summary>
internal static class CommandCatalogue
{
    public const string Ask = "ask";
    public const string When = "when";
    public const string Where = "where";
    public const string Sources = "sources";
    public const string Check = "check";
    public const string Changes = "changes";
    public const string Subscribe = "subscribe";
    public const string Subscriptions = "subscriptions";
    public const string Unsubscribe = "unsubscribe";
    public const string Watch = "watch";
    public const string Unwatch = "unwatch";
    public const string Why = "why";
    public const string Settings = "settings";
    public const string ForgetMe = "forgetme";
    public const string Help = "help";
    public const string About = "about";
    public const string Privacy = "privacy";

    /// <summary>What stands behind a command that has been explained and is meant.</summary>
    public const string Confirmed = "yes";

    /// <summary>What stands behind <see cref="ForgetMe"/> where what the chat has is meant, and not what one person has.</summary>
    public const string OfChat = "chat";

    /// <summary>What a platform sends when someone opens the bot for the first time.</summary>
    public const string Start = "start";

    /// <summary>All of them, in the order of menus.</summary>
    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new(Ask, "any question", "question", true) { Searches = true },
        new(When, "when it takes place") { Searches = true },
        new(Where, "where it takes place") { Searches = true },
        new("who", "who someone is here", "name", true) { Searches = true },
        new("quote", "what someone said, in their words", "speaker about", true) { Searches = true },
        new("number", "figures, with their source", "about", true) { Searches = true },
        new("timeline", "what happened, in order of time", "about") { Searches = true },
        new("compare", "what each source says", "question", true) { Searches = true },
        new(Check, "whether the sources bear a claim out", "claim", true) { Searches = true },
        new(Sources, "the documents that I answer from", "document"),
        new(Changes, "what is new or revised", "since"),
        new(Subscribe, "be told of news: all, a name, an outlet, keywords; daily or weekly if you like", "to how") { IsForManagers = true },
        new(Subscriptions, "what is subscribed to here"),
        new(Unsubscribe, "end a subscription", "which") { IsForManagers = true },
        new(Watch, "be told when an answer changes", "question", true) { Searches = true, IsForManagers = true },
        new(Unwatch, "stop watching a question", "question") { IsForManagers = true },
        new(Why, "why something was or was not sent here", "about"),
        new(Settings, "time zone, quiet hours, corrections", "what"),
        new(Help, "what I can do"),
        new(About, "what I am and how I answer"),
        new(Privacy, "what I keep about you"),
        new(ForgetMe, "delete what I keep about you"),
        new(Start, "begin"),
    ];

    /// <summary>Whether a command deletes what one person has, so that a button for it must say whose it is.</summary>
    public static bool IsForOne(string text) => CommandText.Read(text) is { Name: ForgetMe, Argument: Confirmed };

    /// <summary>Whether in a group only those who manage it may give the command: it changes what comes there, its settings, or deletes them.</summary>
    public static bool IsForManagers(CommandText command) => command.Name switch
    {
        Settings => command.Argument.Length > 0,
        ForgetMe => command.Argument.Split(' ')[0] == OfChat,
        _ => Find(command.Name) is { IsForManagers: true },
    };

    /// <summary>The command of that name, or null.</summary>
    public static SlashCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
