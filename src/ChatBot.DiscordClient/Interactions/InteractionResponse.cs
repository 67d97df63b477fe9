using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Interactions;

/// <summary>The first answer to an interaction, of which there is exactly one.</summary>
public sealed record InteractionResponse
{
    private InteractionResponse() { }

    internal InteractionResponseType Type { get; private init; }
    internal MessageProperties? Message { get; private init; }
    internal Modal? Modal { get; private init; }
    internal IReadOnlyList<ApplicationCommandChoice>? Choices { get; private init; }

    public static InteractionResponse Respond(MessageProperties message) => new() { Type = InteractionResponseType.ChannelMessage, Message = message };

    /// <summary>"The bot is thinking"; the answer follows as an edit. Whether only the person sees it is fixed now.</summary>
    public static InteractionResponse Defer(bool ephemeral = false) => new()
    {
        Type = InteractionResponseType.DeferredChannelMessage,
        Message = ephemeral ? new MessageProperties { Flags = MessageFlags.Ephemeral } : null,
    };

    /// <summary>Changes the message whose component was used.</summary>
    public static InteractionResponse Update(MessageProperties message) => new() { Type = InteractionResponseType.UpdateMessage, Message = message };

    public static InteractionResponse DeferUpdate() => new() { Type = InteractionResponseType.DeferredUpdateMessage };

    public static InteractionResponse WithModal(Modal modal) => new() { Type = InteractionResponseType.Modal, Modal = modal };

    /// <exception cref="ArgumentException">More than 25 choices, or one whose texts are too long.</exception>
    public static InteractionResponse AutocompleteResult(IReadOnlyList<ApplicationCommandChoice> choices)
    {
        if (choices.Count > DiscordConfig.MaxAutocompleteChoices)
            throw new ArgumentException($"At most {DiscordConfig.MaxAutocompleteChoices} choices are shown; these are {choices.Count}.", nameof(choices));
        foreach (var choice in choices)
        {
            ComponentLimits.Text("choice's name", choice.Name, 1, 100);
            ComponentLimits.Text("choice's value", choice.Value, 0, 100);
        }
        return new() { Type = InteractionResponseType.AutocompleteResult, Choices = choices };
    }
}
