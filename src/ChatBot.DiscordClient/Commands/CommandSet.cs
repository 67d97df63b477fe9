using System.Text;
using System.Text.Json;
using ChatBot.DiscordClient.Json;

namespace ChatBot.DiscordClient.Commands;

/// <summary>Compares the commands wanted with those that stand, so that they are written only when something changed.</summary>
public static class CommandSet
{
    /// <summary>
    /// Whether both are the same commands, whatever their order. Absent, empty and default values count as equal; contexts and install
    /// types that are not stated follow the application's own settings, so whatever stands there is right.
    /// </summary>
    public static bool AreSame(IReadOnlyList<ApplicationCommandProperties> wanted, IReadOnlyList<ApplicationCommand> standing) =>
        wanted.Count == standing.Count && wanted.All(w => standing.Any(s => s.Type == w.Type && s.Name == w.Name && Canonical(w) == Canonical(AsWanted(s, w))));

    private static ApplicationCommandProperties AsWanted(ApplicationCommand standing, ApplicationCommandProperties wanted) => AsProperties(standing) with
    {
        Contexts = wanted.Contexts is null ? null : standing.Contexts,
        IntegrationTypes = wanted.IntegrationTypes is null ? null : standing.IntegrationTypes,
    };

    private static ApplicationCommandProperties AsProperties(ApplicationCommand c) => new()
    {
        Type = c.Type,
        Name = c.Name,
        NameLocalizations = c.NameLocalizations,
        Description = c.Description,
        DescriptionLocalizations = c.DescriptionLocalizations,
        Options = c.Options,
        DefaultMemberPermissions = c.DefaultMemberPermissions,
        Contexts = c.Contexts,
        IntegrationTypes = c.IntegrationTypes,
    };

    private static string Canonical(ApplicationCommandProperties command) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(
        command with
        {
            NameLocalizations = Sorted(command.NameLocalizations),
            DescriptionLocalizations = Sorted(command.DescriptionLocalizations),
            Options = Canonical(command.Options),
            Contexts = command.Contexts is null ? null : [.. command.Contexts.Order()],
            IntegrationTypes = command.IntegrationTypes is null ? null : [.. command.IntegrationTypes.Order()],
        },
        DiscordJson.Default.ApplicationCommandProperties));

    private static IReadOnlyList<ApplicationCommandOption>? Canonical(IReadOnlyList<ApplicationCommandOption>? options) => options is not { Count: > 0 } ? null : [.. options.Select(option => option with
    {
        NameLocalizations = Sorted(option.NameLocalizations),
        DescriptionLocalizations = Sorted(option.DescriptionLocalizations),
        Required = option.Required is true ? true : null,
        Autocomplete = option.Autocomplete is true ? true : null,
        Choices = option.Choices is not { Count: > 0 } ? null : [.. option.Choices.Select(c => c with { NameLocalizations = Sorted(c.NameLocalizations) })],
        Options = Canonical(option.Options),
    })];

    private static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? names)
    {
        if (names is not { Count: > 0 })
            return null;
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, name) in names)
            sorted.Add(language, name);
        return sorted;
    }
}
