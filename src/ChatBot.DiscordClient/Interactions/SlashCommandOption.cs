using System.Globalization;
using System.Text.Json;
using ChatBot.DiscordClient.Commands;

namespace ChatBot.DiscordClient.Interactions;

/// <summary>An option as the person filled it in. Exactly one of the values is set; users and channels come as <see cref="Id"/>.</summary>
public sealed record SlashCommandOption(string Name, ApplicationCommandOptionType Type)
{
    public string? Text { get; init; }
    public double? Number { get; init; }
    public bool? Flag { get; init; }
    public ulong? Id { get; init; }
    public bool Focused { get; init; }
    public IReadOnlyList<SlashCommandOption> Options { get; init; } = [];

    internal static SlashCommandOption From(InteractionOptionJson json)
    {
        var option = new SlashCommandOption(json.Name ?? "", json.Type)
        {
            Focused = json.Focused,
            Options = json.Options is null ? [] : [.. json.Options.Select(From)],
        };
        return json.Value.ValueKind switch
        {
            JsonValueKind.String when json.Type is >= ApplicationCommandOptionType.User and <= ApplicationCommandOptionType.Mentionable =>
                option with { Id = ulong.TryParse(json.Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null },
            JsonValueKind.String => option with { Text = json.Value.GetString() },
            JsonValueKind.Number => option with { Number = json.Value.GetDouble() },
            JsonValueKind.True or JsonValueKind.False => option with { Flag = json.Value.GetBoolean() },
            _ => option,
        };
    }
}
