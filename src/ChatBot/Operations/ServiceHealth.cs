using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Operations;

/// <summary>What a running service says of itself: <c>/health/live</c>, whether it runs; <c>/health</c>, whether it can do all of its work.</summary>
internal static class ServiceHealth
{
    private const string Alive = "alive";

    /// <summary>An answer that takes longer is none.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>What a service with these settings answers as long as it runs. The store is in it as a digest: enough to tell whether it is the same, and no more.</summary>
    public static string Living(ChatBotSettings settings) =>
        $"{Alive} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.Store}\n{TopicFolder.IdOf(settings.Topic)}")))[..16]}";

    /// <summary>Whether the answer is that of a running service, whichever its store.</summary>
    public static bool IsAlive(string answer) => answer.StartsWith(Alive + " ", StringComparison.Ordinal);

    /// <summary>Adds the two addresses.</summary>
    public static void MapHealth(this WebApplication site, ChatBotSettings settings, StoreDatabase database, TimeProvider time)
    {
        var living = Living(settings);
        site.MapGet("/health/live", () => living);
        site.MapGet("/health", async (CancellationToken cancellation) => await StoreFaultAsync(database, time, cancellation) is { } fault
            ? Results.Text($"not ready: {fault} On this page questions are answered from what is known; on Telegram and Discord they wait, as do news, subscriptions and new documents, and are answered when the store is back.", "text/plain", Encoding.UTF8, StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready", "text/plain", Encoding.UTF8));
    }

    /// <summary>Why the store can't be used, without what only its operator should read; null where it can.</summary>
    private static async Task<string?> StoreFaultAsync(StoreDatabase database, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await using var connection = await database.OpenAsync(either.Token);
            await connection.NumberAsync(null, database.VersionTableQuery, either.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "the store doesn't answer.";
        }
        catch (Exception failure) when (failure is StoreException or DbException)
        {
            return "the store can't be reached (the log and 'chatbot doctor' say why).";
        }
    }
}
