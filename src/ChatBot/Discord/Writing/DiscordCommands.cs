using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;

namespace ChatBot.Discord.Writing;

/// <summary>The commands as the platform's menus have them: the catalogue's, and two in the menu of every message.</summary>
internal static class DiscordCommands
{
    public const string CheckMenu = "Check against sources";
    public const string AskMenu = "Ask about this";

    /// <summary>The command for those who manage a server.</summary>
    public const string ServerSettings = "server";

    /// <summary>The option that keeps an answer to oneself.</summary>
    public const string OnlyForMe = "only-for-me";

    /// <summary>The one field of a form.</summary>
    public const string Field = "text";

    private const string FormPrefix = "form:";

    /// <summary>Describes the option "question" of commands that have a form.</summary>
    private const string OrForm = "question-or-form";

    /// <summary>Commands that tell what documents say: their answers are for all, unless one keeps them to oneself.</summary>
    private static readonly HashSet<string> LookUps = ["ask", "when", "where", "who", "quote", "number", "timeline", "compare", CommandCatalogue.Check, CommandCatalogue.Sources, "changes"];

    /// <summary>Those whose text may be long: without it they open a form.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal) { ["ask"] = "Ask a question", [CommandCatalogue.Check] = "Check a claim", ["compare"] = "Compare the sources" };

    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["question"] = "a question, as you would ask it",
        [OrForm] = "your question; leave it out to write it in a form",
        ["claim"] = "a sentence that says something is so; leave it out to write it in a form",
        ["name"] = "a person, an organisation or a country",
        ["speaker"] = "whose words",
        ["about"] = "a name, or what it is about",
        ["document"] = "one of the documents, to see more of it",
        ["to"] = "everything, a name, an outlet, or keywords",
        ["how"] = "at once, daily or weekly (instant, daily, weekly)",
        ["since"] = "a day (2025-06-20), or how long ago (3 days)",
        ["which"] = "what to end: its name, or its number in /subscriptions",
        ["what"] = "the setting and its value",
        [OnlyForMe] = "show the answer to nobody else",
    };

    private static readonly IReadOnlyList<InteractionContextType> Everywhere = [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];
    private static readonly IReadOnlyList<ApplicationIntegrationType> ForAll = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    /// <summary>The commands of a server that other platforms don't have.</summary>
    public static IReadOnlyList<Chat.SlashCommand> OfServers { get; } = [new(ServerSettings, "where I answer in this server, and to whom; for those who manage it")];

    private static ApplicationCommandProperties Server { get; } = new()
    {
        Name = ServerSettings,
        Description = OfServers[0].Description,
        DescriptionLocalizations = DiscordTranslations.Of("/" + ServerSettings),
        DefaultMemberPermissions = GuildPermission.ManageGuild,
        Contexts = [InteractionContextType.Guild],
        IntegrationTypes = [ApplicationIntegrationType.GuildInstall],
    };

    public static IReadOnlyList<ApplicationCommandProperties> All { get; } =
        [.. CommandCatalogue.All.Where(command => command.Name != CommandCatalogue.Start).Select(Slash), Server, Menu(CheckMenu), Menu(AskMenu)];

    /// <summary>The keys of options' descriptions.</summary>
    public static IReadOnlyCollection<string> Described => Options.Keys;

    public static bool IsLookUp(string name) => LookUps.Contains(name);

    /// <summary>Whether the command opens a form where its text is left out.</summary>
    public static bool HasForm(string name) => Forms.ContainsKey(name);

    /// <summary>The form of a command, perhaps filled in with what is too long to be taken as it is.</summary>
    public static Modal FormOf(string name, bool isEphemeral, string? text = null) =>
        new ModalBuilder(Forms[name], $"{FormPrefix}{name}:{(isEphemeral ? 1 : 0)}")
            .AddTextInput(
                name == CommandCatalogue.Check ? "The claim" : "The question", Field, TextInputStyle.Paragraph,
                value: text is null ? null : DiscordReplyWriter.Shortened(text, MessageHandler.LongestQuestion), minLength: 1, maxLength: MessageHandler.LongestQuestion)
            .Build();

    /// <summary>Which command a form belongs to, and whether its answer is for one alone; null for a form that no version had.</summary>
    public static (string Command, bool IsEphemeral)? ReadForm(string customId) =>
        customId.StartsWith(FormPrefix, StringComparison.Ordinal) && customId[FormPrefix.Length..].Split(':') is [var name, "0" or "1"] && Forms.ContainsKey(name)
            ? (name, customId.EndsWith('1'))
            : null;

    /// <summary>Sets the commands where they differ from those that stand.</summary>
    /// <returns>Whether they had to be set; null where the platform can't be asked or wouldn't take them.</returns>
    public static async Task<bool?> SetAsync(DiscordRestClient rest, ulong application, CancellationToken cancellation)
    {
        if (await rest.GetGlobalApplicationCommandsAsync(application, cancellation) is not RestResult<IReadOnlyList<ApplicationCommand>>.Done standing) return null;
        if (CommandSet.AreSame(All, standing.Value)) return false;
        return (await rest.BulkOverwriteGlobalApplicationCommandsAsync(application, All, cancellation)).IsDone ? true : null;
    }

    private static ApplicationCommandProperties Slash(Chat.SlashCommand command)
    {
        // "to how" are two options, of which only the first may be needed.
        var options = command.Arguments.Select((name, i) => WithDescription(name == "question" && HasForm(command.Name) ? OrForm : name) with
        {
            Type = ApplicationCommandOptionType.String,
            Name = name,
            Required = i == 0 && command.NeedsArgument && !Forms.ContainsKey(command.Name) ? true : null,
            Autocomplete = DiscordSuggestions.Offers(name) ? true : null,
            MaxLength = MessageHandler.LongestQuestion,
        }).ToList();
        if (LookUps.Contains(command.Name)) options.Add(WithDescription(OnlyForMe) with { Type = ApplicationCommandOptionType.Boolean, Name = OnlyForMe });
        return new ApplicationCommandProperties
        {
            Name = command.Name,
            Description = DiscordReplyWriter.Shortened(command.Description, DiscordTranslations.LongestDescription),
            DescriptionLocalizations = DiscordTranslations.Of("/" + command.Name),
            Options = options.Count == 0 ? null : options,
            Contexts = Everywhere,
            IntegrationTypes = ForAll,
        };
    }

    private static ApplicationCommandOption WithDescription(string key) => new() { Description = Options[key], DescriptionLocalizations = DiscordTranslations.Of(key) };

    private static ApplicationCommandProperties Menu(string name) =>
        new() { Type = ApplicationCommandType.Message, Name = name, Contexts = Everywhere, IntegrationTypes = ForAll };
}
