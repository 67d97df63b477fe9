using System.Net;
using System.Net.Http.Headers;

namespace ChatBot.DiscordClient.Rest;

/// <summary>Sends one request with everything Discord asks of a client around it: limits, identification, repeats, budgets.</summary>
internal sealed class RestRequester(HttpMessageHandler handler, DiscordRestConfig config, DiscordToken token, TimeProvider time, Random random, Action<LogMessage> log)
    : IDisposable
{
    private readonly HttpClient _http = new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly RateLimits _limits = new(config, time);
    private readonly InvalidRequestBudget _invalid = new(config.InvalidRequestLimit);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _deadWebhooks = new(StringComparer.Ordinal);
    private volatile bool _tokenRefused;

    public bool TokenRefused => _tokenRefused;

    public async Task<RestResult<byte[]>> SendAsync(RestRoute route, byte[]? body, bool repeatable, CancellationToken cancellationToken)
    {
        var uncertain = false;
        for (var attempt = 1; ; attempt++)
        {
            if (Closed(route) is { } closed)
                return closed;
            var (ticket, wait) = await _limits.EnterAsync(route, cancellationToken);
            if (ticket is null)
                return new RestResult<byte[]>.NotSent($"{route.Key}: the rate limit asks to wait {wait.TotalSeconds:0.###} s", wait);

            var attemptsLeft = attempt < config.Attempts;
            Answer? answer = null;
            Exception? failure = null;
            try
            {
                answer = await AttemptAsync(route, body, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                failure = e;
            }
            finally
            {
                _limits.Leave(ticket, answer?.Limits);
            }

            Verdict verdict;
            var pause = Backoff(attempt);
            if (answer is null)
            {
                var notSent = RetryDecision.ProvesNotSent(failure!);
                uncertain |= !notSent;
                verdict = RetryDecision.AfterFailure(notSent, repeatable, attemptsLeft);
                log(new LogMessage(LogSeverity.Warning, "Rest", $"{route.Key}: attempt {attempt} brought no answer ({failure!.GetType().Name})"));
            }
            else
            {
                verdict = RetryDecision.AfterAnswer(answer.Status, repeatable, attemptsLeft);
                uncertain |= (int)answer.Status >= 500;
                Count(answer);
                if (answer.Status == HttpStatusCode.TooManyRequests)
                {
                    pause = answer.RetryAfter;
                    _limits.Hold(ticket, pause, answer.Error?.Global ?? false);
                    log(new LogMessage(LogSeverity.Warning, "Rest", $"{route.Key}: 429, scope {answer.Limits.Scope ?? "none"}, wait {pause.TotalSeconds:0.###} s"));
                    if (pause > config.LongestWait)
                        verdict = Verdict.NotSent;
                }
            }

            switch (verdict)
            {
                case Verdict.Done:
                    return new RestResult<byte[]>.Done(answer!.Body);
                case Verdict.Refused when uncertain && IsEchoOfSuccess(route, answer!.Error?.Code):
                    return new RestResult<byte[]>.Done([]);
                case Verdict.Refused:
                    return new RestResult<byte[]>.Refused(Refusal(route, answer!));
                case Verdict.NotSent when !uncertain:
                    return new RestResult<byte[]>.NotSent($"{route.Key}: {Describe(answer, failure)}", answer is null ? null : pause);
                case Verdict.NotSent or Verdict.Unknown:
                    return new RestResult<byte[]>.Unknown($"{route.Key}: {Describe(answer, failure)}");
                default:
                    // A 429's pause is kept by the bucket, so that other requests keep it too.
                    if (answer?.Status != HttpStatusCode.TooManyRequests)
                        await Task.Delay(pause, time, cancellationToken);
                    break;
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private RestResult<byte[]>.NotSent? Closed(RestRoute route)
    {
        if (_tokenRefused && !route.IsInteraction)
            return new RestResult<byte[]>.NotSent("Discord refused the bot's token (401). Nothing more is sent with it: set a valid token and restart.");
        lock (_lock)
        {
            if (_deadWebhooks.ContainsKey(route.Major) && route.IsInteraction)
                return new RestResult<byte[]>.NotSent($"{route.Key}: this interaction can no longer be answered");
            var wait = _invalid.Wait(time.GetUtcNow());
            return wait == TimeSpan.Zero ? null
                : new RestResult<byte[]>.NotSent($"Too many refused requests: {config.InvalidRequestLimit} in ten minutes. Sending pauses before Discord blocks this address.", wait);
        }
    }

    private async Task<Answer> AttemptAsync(RestRoute route, byte[]? body, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(config.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(route.Method, new Uri($"{config.ApiRoot.AbsoluteUri.TrimEnd('/')}/v{DiscordConfig.APIVersion}{route.Path}"));
        request.Headers.TryAddWithoutValidation("User-Agent", config.UserAgent);
        if (!route.IsInteraction)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        var content = await response.Content.ReadAsByteArrayAsync(either.Token);
        return new Answer(response.StatusCode, RateLimitHeaders.From(response.Headers), content, response.IsSuccessStatusCode ? null : ErrorJson.TryRead(content), route);
    }

    private void Count(Answer answer)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || answer.Status == HttpStatusCode.TooManyRequests && answer.Limits.Scope != "shared")
                _invalid.Count(now);
            if (answer.Status == HttpStatusCode.Unauthorized && !answer.Route.IsInteraction)
                _tokenRefused = true;
            if (answer.Route.IsInteraction && answer.Error?.Code is DiscordErrorCode.UnknownWebhook or DiscordErrorCode.InvalidWebhookToken)
            {
                foreach (var (key, at) in _deadWebhooks.ToArray())
                {
                    if (now - at > DiscordConfig.InteractionTokenLifetime)
                        _deadWebhooks.Remove(key);
                }
                _deadWebhooks[answer.Route.Major] = now;
            }
        }
    }

    /// <summary>After an attempt of unknown outcome, these refusals mean that it had worked.</summary>
    private static bool IsEchoOfSuccess(RestRoute route, int? code) =>
        route.Template.EndsWith("/callback", StringComparison.Ordinal) && code == DiscordErrorCode.InteractionHasAlreadyBeenAcknowledged
        || route.Method == HttpMethod.Delete && code == DiscordErrorCode.UnknownMessage;

    private static HttpException Refusal(RestRoute route, Answer answer) => new(
        answer.Status, answer.Error?.Code, answer.Error?.Message ?? "no reason given", answer.Error?.Flatten() ?? [], route.Key);

    private static string Describe(Answer? answer, Exception? failure) => answer is not null ? $"the server answered {(int)answer.Status}"
        : failure is OperationCanceledException ? "no answer in time" : $"the connection failed ({(failure as HttpRequestException)?.HttpRequestError.ToString() ?? failure?.GetType().Name})";

    private TimeSpan Backoff(int attempt)
    {
        double share;
        lock (_lock)
            share = random.NextDouble();
        return TimeSpan.FromSeconds(Math.Min(8, 0.25 * Math.Pow(2, attempt)) * (0.5 + share / 2));
    }

    private sealed record Answer(HttpStatusCode Status, RateLimitHeaders Limits, byte[] Body, ErrorJson? Error, RestRoute Route)
    {
        /// <summary>Without a number anywhere it is the outer wall that refuses, and that lasts minutes.</summary>
        public TimeSpan RetryAfter => Error?.RetryAfter is { } seconds and >= 0 and < 10_000_000 ? TimeSpan.FromSeconds(seconds)
            : Limits.RetryAfter ?? (Error is null ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(1));
    }
}
