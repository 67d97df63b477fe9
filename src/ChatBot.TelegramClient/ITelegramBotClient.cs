using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;

namespace ChatBot.TelegramClient;

/// <summary>The Bot API. The methods themselves are extension methods, one for each; all may be called from several threads at once.</summary>
public interface ITelegramBotClient
{
    /// <summary>The bot's user id, read from its token.</summary>
    long BotId { get; }

    /// <summary>Calls a method once: nothing is repeated here, because only the caller knows what a repetition would do.</summary>
    /// <exception cref="ApiRequestException">The platform refused.</exception>
    /// <exception cref="RequestException">
    /// No usable answer came; <see cref="RequestException.WasWritten"/> says whether the request may have been acted upon.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
}
