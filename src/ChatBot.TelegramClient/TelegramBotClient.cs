using System.Globalization;
using System.Net;
using System.Text.Json;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient;

/// <summary>The Bot API over HTTP, JSON in and out.</summary>
public sealed class TelegramBotClient : ITelegramBotClient, IDisposable
{
    private readonly TelegramBotClientOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    /// <param name="options">Token, address, limits.</param>
    /// <param name="transport">What sends the bytes, for tests and proxies; null for sockets. Disposed with the client.</param>
    /// <param name="time">Measures the time limits; null for the system's.</param>
    public TelegramBotClient(TelegramBotClientOptions options, HttpMessageHandler? transport = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ConnectTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAnswerBytes, 1024);
        this.options = options;
        this.time = time ?? TimeProvider.System;
        http = new HttpClient(new BotTokenHandler(options.Token, transport ?? BotTokenHandler.CreateTransport(options.ConnectTimeout)))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = options.MaxAnswerBytes,
        };
    }

    public TelegramBotClient(string token)
        : this(new TelegramBotClientOptions(token))
    {
    }

    public long BotId => options.Token.BotId;

    public async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var content = new RequestContent(JsonSerializer.SerializeToUtf8Bytes(request, TelegramJsonContext.Default.GetTypeInfo(request.GetType())
            ?? throw new NotSupportedException($"{request.GetType().Name} is no request of this client.")));
        var held = request is GetUpdatesRequest { Timeout: { } seconds } ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        using var limit = new CancellationTokenSource(options.Timeout + held, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, Address(request.MethodName)) { Content = content };
            message.Headers.Accept.ParseAdd("application/json");
            message.Headers.UserAgent.ParseAdd("ChatBot/1.0");
            using var response = await http.SendAsync(message, either.Token);
            return Read<TResponse>(request.MethodName, response, await response.Content.ReadAsByteArrayAsync(either.Token), content.WasRead);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{request.MethodName} was given up{(content.WasRead ? " after it was sent" : " before it was sent")}.", cancellationToken);
        }
        catch (OperationCanceledException timeout)
        {
            throw new RequestException($"{request.MethodName}: no answer in time.", content.WasRead, null, new TimeoutException(null, timeout));
        }
        catch (HttpRequestException failure)
        {
            throw new RequestException($"{request.MethodName}: {options.Token.Redact(failure.Message)}", content.WasRead, null, failure);
        }
        catch (IOException failure)
        {
            throw new RequestException($"{request.MethodName}: the answer broke off.", content.WasRead, null, failure);
        }
    }

    public void Dispose() => http.Dispose();

    private Uri Address(string method) => new($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}{BotTokenHandler.Placeholder}{method}");

    private TResponse Read<TResponse>(string method, HttpResponseMessage response, byte[] body, bool wasWritten)
    {
        var answer = ReadEnvelope(body);
        if (answer is { Ok: true })
            return ReadResult<TResponse>(method, answer, response.StatusCode, wasWritten);
        if (answer is { Ok: false })
            throw Refused(method, response, answer);
        throw new RequestException($"{method}: HTTP {(int)response.StatusCode}, and no answer of the Bot API.", wasWritten,
            response.StatusCode, null);
    }

    private static ApiResponse? ReadEnvelope(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TelegramJsonContext.Default.ApiResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ApiRequestException Refused(string method, HttpResponseMessage response, ApiResponse answer)
    {
        var parameters = answer.Parameters;
        if (parameters?.RetryAfter is null && HeaderSeconds(response) is { } seconds)
            parameters = (parameters ?? new ResponseParameters()) with { RetryAfter = seconds };
        var description = options.Token.Redact(answer.Description ?? "refused without a reason");
        return new ApiRequestException(method, description, answer.ErrorCode ?? (int)response.StatusCode, parameters, response.StatusCode);
    }

    private static int? HeaderSeconds(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter?.Delta is { } wait
            ? (int)Math.Min(Math.Ceiling(wait.TotalSeconds), int.MaxValue) : null;

    private TResponse ReadResult<TResponse>(string method, ApiResponse answer, HttpStatusCode status, bool wasWritten)
    {
        // Some servers answer null where True is documented: that it was done is all there is to know.
        if (typeof(TResponse) == typeof(bool))
            return (TResponse)(object)(answer.Result?.ValueKind is not JsonValueKind.False);
        try
        {
            if (answer.Result is { } result && result.Deserialize(TelegramJsonContext.Default.GetTypeInfo(typeof(TResponse))!) is TResponse value)
                return value;
            throw new RequestException($"{method}: answered without a result.", wasWritten, status, null);
        }
        catch (JsonException failure)
        {
            // Not kept as the inner exception: its text may quote the answer.
            var place = string.Create(CultureInfo.InvariantCulture, $"{failure.Path}, byte {failure.BytePositionInLine}");
            throw new RequestException($"{method}: the result is not as documented at {options.Token.Redact(place)}.", wasWritten, status, null);
        }
    }
}
