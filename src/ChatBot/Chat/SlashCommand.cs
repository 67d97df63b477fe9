namespace ChatBot.Chat;

/// <summary>A command that people can give.</summary>
/// <param name="Name">Lower case, without its stroke.</param>
/// <param name="Description">What it does, in a few words, for menus and help.</param>
/// <param name="Argument">What follows it ("name"); null where nothing does.</param>
/// <param name="NeedsArgument">Whether it means nothing without.</param>
internal sealed record SlashCommand(string Name, string Description, string? Argument = null, bool NeedsArgument = false)
{
    /// <summary>How it is typed: <c>/who name</c>, <c>/timeline [about]</c>.</summary>
    public string Usage => Argument is null ? $"/{Name}" : NeedsArgument ? $"/{Name} {Argument}" : $"/{Name} [{Argument}]";
}
