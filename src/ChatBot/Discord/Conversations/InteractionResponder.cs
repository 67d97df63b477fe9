using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Commands;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Interactions;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.Discord.Conversations;

/// <summary>Answers interactions within the platform's three seconds: at once where the answer is there in time, else by a promise that is kept later.</summary>
internal sealed partial class InteractionResponder(DiscordRestClient rest, TimeProvider time, ILogger<InteractionResponder> log)
{
    /// <summary>So long an answer may take before its promise is sent; the rest of the three seconds is for the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Answers with messages.</summary>
    /// <param name="interaction">What is answered.</param>
    /// <param name="compose">Makes the messages; the first answers, others follow it.</param>
    /// <param name="isEphemeral">Whether only the person sees them, which a promise has to say already.</param>
    /// <param name="takesPlace">Whether they take the place of the message whose component was used.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ids of the messages, as far as they are known; none where the platform wouldn't take the answer.</returns>
    public async Task<IReadOnlyList<ulong>> AnswerAsync(
        Interaction interaction, Func<ValueTask<IReadOnlyList<MessageProperties>>> compose, bool isEphemeral, bool takesPlace, CancellationToken cancellation)
    {
        var composing = Task.Run(() => compose().AsTask(), cancellation);
        var ids = new List<ulong>();
        IReadOnlyList<MessageProperties> messages;
        if (await IsInTimeAsync(composing, cancellation))
        {
            messages = await composing;
            var response = takesPlace ? InteractionResponse.Update(messages[0]) : InteractionResponse.Respond(messages[0]);
            if (!await RespondAsync(interaction, response, ids, cancellation)) return [];
        }
        else
        {
            if (!await RespondAsync(interaction, takesPlace ? InteractionResponse.DeferUpdate() : InteractionResponse.Defer(isEphemeral), [], cancellation)) return [];
            messages = await composing;
            if (await rest.ModifyOriginalResponseAsync(interaction, messages[0] with { Flags = null }, cancellation) is RestResult<DiscordClient.Entities.Message>.Done kept) ids.Add(kept.Value.Id);
            else Log.PromiseNotKept(log, interaction.Id);
        }
        foreach (var further in messages.Skip(1))
        {
            if (await rest.FollowupAsync(interaction, further, cancellation) is RestResult<DiscordClient.Entities.Message>.Done followed) ids.Add(followed.Value.Id);
            else Log.FurtherNotSent(log, interaction.Id);
        }
        return ids;
    }

    public Task OpenAsync(Interaction interaction, Modal form, CancellationToken cancellation) => RespondAsync(interaction, InteractionResponse.WithModal(form), [], cancellation);

    public Task OfferAsync(Interaction interaction, IReadOnlyList<ApplicationCommandChoice> choices, CancellationToken cancellation) =>
        RespondAsync(interaction, InteractionResponse.AutocompleteResult(choices), [], cancellation);

    private async Task<bool> IsInTimeAsync(Task composing, CancellationToken cancellation)
    {
        if (composing.IsCompleted) return true;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(composing, Task.Delay(Patience, time, enough.Token));
        await enough.CancelAsync();
        return first == composing;
    }

    private async Task<bool> RespondAsync(Interaction interaction, InteractionResponse response, List<ulong> ids, CancellationToken cancellation)
    {
        switch (await rest.RespondAsync(interaction, response, cancellation))
        {
            case RestResult<ulong?>.Done done:
                if (done.Value is { } id) ids.Add(id);
                return true;
            case RestResult<ulong?>.Refused { Error: { } refused }:
                var late = time.GetUtcNow() - interaction.CreatedAt;
                if (refused.DiscordCode is DiscordErrorCode.UnknownInteraction) Log.TooLate(log, interaction.Id, late.TotalSeconds);
                else if (refused.DiscordCode is DiscordErrorCode.InteractionHasAlreadyBeenAcknowledged) Log.AnsweredAlready(log, interaction.Id);
                else Log.Refused(log, interaction.Id, (int)refused.HttpCode, refused.DiscordCode);
                return false;
            case RestResult<ulong?>.Unknown unknown:
                Log.NotSent(log, interaction.Id, unknown.Why);
                return false;
            case RestResult<ulong?>.NotSent notSent:
                Log.NotSent(log, interaction.Id, notSent.Why);
                return false;
            default:
                return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Discord: interaction {Id} was answered too late, {Seconds:0.0} s after it was made by Discord's clock.")]
        public static partial void TooLate(ILogger log, ulong id, double seconds);

        [LoggerMessage(2, LogLevel.Debug, "Discord: interaction {Id} has been answered already.")]
        public static partial void AnsweredAlready(ILogger log, ulong id);

        [LoggerMessage(3, LogLevel.Error, "Discord refused the answer to interaction {Id} ({Status}, code {Code}).")]
        public static partial void Refused(ILogger log, ulong id, int status, int? code);

        [LoggerMessage(4, LogLevel.Warning, "Discord: interaction {Id} could not be answered: {Why}")]
        public static partial void NotSent(ILogger log, ulong id, string why);

        [LoggerMessage(5, LogLevel.Warning, "Discord: the answer promised to interaction {Id} could not be given.")]
        public static partial void PromiseNotKept(ILogger log, ulong id);

        [LoggerMessage(6, LogLevel.Warning, "Discord: a further part of the answer to interaction {Id} could not be sent.")]
        public static partial void FurtherNotSent(ILogger log, ulong id);
    }
}
