namespace ChatBot.Chat;

/// <summary>A command that people can give.</summary>
/// <param name="Name">Lower case, without its stroke.</param>
/// <param name="Description">What it does, in a few words, for menus and help.</param>
/// <param name="Argument">What follows it ("name"), perhaps several things ("speaker about"); null where nothing does.</param>
/// <param name="NeedsArgument">Whether it means nothing without the first of them; the others may always be left out.</param>
internal sealed record SlashCommand(string Name, string Description, string? Argument = null, bool NeedsArgument = false)
{
    /// <summary>Whether the documents are searched for it.</summary>
    public bool Searches { get; init; }

    /// <summary>Whether in a chat of several only those who manage it may give it.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>What follows it, each thing for itself.</summary>
    public IReadOnlyList<string> Arguments => Argument?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>How it is typed: <c>/who name</c>, <c>/quote speaker [about]</c>, <c>/timeline [about]</c>.</summary>
    public string Usage => string.Join(' ', Arguments.Select((argument, i) => i == 0 && NeedsArgument ? argument : $"[{argument}]").Prepend($"/{Name}"));
}
