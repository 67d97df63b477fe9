namespace ChatBot.DiscordClient.Components;

/// <summary>A form of one to five text inputs.</summary>
public sealed class ModalBuilder(string title, string customId)
{
    public const int MaxTitleLength = 45;
    public const int MaxLabelLength = 45;
    public const int MaxInputs = 5;
    public const int MaxInputLength = 4000;

    private readonly List<MessageComponent> _inputs = [];

    public ModalBuilder AddTextInput(string label, string customId, TextInputStyle style = TextInputStyle.Short, string? placeholder = null,
        string? value = null, bool required = true, int? minLength = null, int? maxLength = null)
    {
        var input = new MessageComponent
        {
            Type = ComponentType.TextInput,
            CustomId = ComponentLimits.CustomId(customId),
            Style = (int)style,
            Placeholder = placeholder is null ? null : ComponentLimits.Text("input's placeholder", placeholder, 0, 100),
            Value = value is null ? null : ComponentLimits.Text("input's text", value, 0, MaxInputLength),
            Required = required,
            MinLength = minLength,
            MaxLength = maxLength,
        };
        _inputs.Add(new MessageComponent { Type = ComponentType.Label, Label = ComponentLimits.Text("input's label", label, 1, MaxLabelLength), Component = input });
        return this;
    }

    /// <exception cref="InvalidOperationException">No input, or more than five.</exception>
    public Modal Build() => _inputs.Count is >= 1 and <= MaxInputs
        ? new Modal(ComponentLimits.CustomId(customId), ComponentLimits.Text("form's title", title, 1, MaxTitleLength), [.. _inputs])
        : throw new InvalidOperationException($"A form has 1 to {MaxInputs} inputs; this one has {_inputs.Count}.");
}
