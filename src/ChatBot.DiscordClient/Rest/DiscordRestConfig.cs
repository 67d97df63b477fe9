using System.Reflection;

namespace ChatBot.DiscordClient.Rest;

/// <summary>How the REST client behaves. Every property has a default that suits Discord itself.</summary>
public sealed class DiscordRestConfig
{
    /// <summary>The address before the version. Default <c>https://discord.com/api</c>.</summary>
    public Uri ApiRoot { get; init; } = new("https://discord.com/api");

    /// <summary>The address in the User-Agent, under which the operator can be found. Default: the project's name as an address.</summary>
    public string UserAgentUrl { get; init; } = "https://chatbot.invalid";

    /// <summary>Requests per second over all routes but interactions, 1–50. Default 50.</summary>
    public int GlobalRequestsPerSecond { get; init; } = 50;

    /// <summary>
    /// Answers 401, 403 and 429 within ten minutes after which nothing more is sent until some have passed, 1–9,999. Discord blocks the
    /// whole address at 10,000. Default 5,000.
    /// </summary>
    public int InvalidRequestLimit { get; init; } = 5_000;

    /// <summary>How often one request is tried. Default 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>One attempt's time limit. Default 15 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait for a rate limit that a request is held for; beyond it the caller gets the request back. Default 60 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How this client names itself, to the gateway too.</summary>
    public string UserAgent => $"DiscordBot ({UserAgentUrl}, {typeof(DiscordRestConfig).Assembly.GetName().Version?.ToString(3) ?? "0"})";
}
