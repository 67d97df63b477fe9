using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Requests;

namespace ChatBot.Tests.TelegramClient;

/// <summary>A client whose answers are given by the test; keeps what it was asked.</summary>
internal sealed class ScriptedClient(Func<object, object> answer) : ITelegramBotClient
{
    private readonly List<object> asked = [];

    public IReadOnlyList<object> Asked => asked;

    public long BotId => 1;

    public Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        asked.Add(request);
        return answer(request) switch
        {
            Exception failure => Task.FromException<TResponse>(failure),
            var result => Task.FromResult((TResponse)result),
        };
    }
}
