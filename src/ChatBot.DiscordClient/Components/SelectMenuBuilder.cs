namespace ChatBot.DiscordClient.Components;

/// <summary>A menu of up to 25 texts to choose from.</summary>
public static class SelectMenuBuilder
{
    public const int MaxPlaceholderLength = 150;
    public const int MaxOptionTextLength = 100;

    public static MessageComponent Create(string customId, IReadOnlyList<SelectMenuOption> options, string? placeholder = null, int minValues = 1, int maxValues = 1)
    {
        if (options.Count is 0 or > DiscordConfig.MaxSelectOptions)
            throw new ArgumentException($"A menu has 1 to {DiscordConfig.MaxSelectOptions} options; this one has {options.Count}.", nameof(options));
        foreach (var option in options)
        {
            ComponentLimits.Text("menu option's label", option.Label, 1, MaxOptionTextLength);
            ComponentLimits.Text("menu option's value", option.Value, 1, MaxOptionTextLength);
            ComponentLimits.Text("menu option's description", option.Description ?? "", 0, MaxOptionTextLength);
        }
        if (options.Select(o => o.Value).Distinct(StringComparer.Ordinal).Count() != options.Count)
            throw new ArgumentException("The values of a menu's options must differ.", nameof(options));
        return new MessageComponent
        {
            Type = ComponentType.SelectMenu,
            CustomId = ComponentLimits.CustomId(customId),
            Options = options,
            Placeholder = placeholder is null ? null : ComponentLimits.Text("placeholder", placeholder, 0, MaxPlaceholderLength),
            MinValues = minValues,
            MaxValues = maxValues,
        };
    }
}
