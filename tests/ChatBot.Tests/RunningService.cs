using ChatBot.Settings;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests;

/// <summary>The service within the test's process, over a temporary folder of its own, started and stopped as often as a test wants.</summary>
/// <param name="platform">The folder's name tells it.</param>
internal sealed class RunningService(string platform) : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public string Folder { get; } = Directory.CreateTempSubdirectory($"chatbot-{platform}-").FullName;

    /// <summary>What the service has said to its operator.</summary>
    public StringWriter Output { get; } = new();

    public string StorePath => Path.Combine(Folder, "data", "chatbot.db");

    /// <summary>Whether it has come to an end, well or not.</summary>
    public bool IsOver => _run.IsCompleted;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Start(ChatBotSettings settings)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var stop = _stop.Token;
        _run = Task.Run(() => ChatBotHost.RunAsync(settings, Output, TimeProvider.System, stop), CancellationToken.None);
    }

    /// <summary>Throws what ended it, if it is over.</summary>
    public async Task ThrowIfOverAsync()
    {
        if (_run.IsCompleted) await _run;
    }

    /// <summary>Stops it, if it runs.</summary>
    public async Task StopAsync()
    {
        if (_run.IsCompletedSuccessfully) return;
        await _stop.CancelAsync();
        try
        {
            await _run;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // It was stopped while it was still starting.
            _run = Task.CompletedTask;
        }
        _stop.Dispose();
    }

    /// <summary>Looks into the store while the service runs.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(StorePath));
        await using var connection = await database.OpenAsync(Cancellation);
        return await connection.NumberAsync(null, sql, Cancellation);
    }

    /// <summary>Stops it and deletes all that it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, true);
    }
}
