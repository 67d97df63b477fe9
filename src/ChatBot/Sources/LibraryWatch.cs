using System.Data.Common;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>Takes up what other processes store (a replica, <c>chatbot ingest</c>), every few seconds. While the store can't be reached, what is known stays.</summary>
internal sealed partial class LibraryWatch(TopicLibrary library, TimeProvider time, ILogger<LibraryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reachable = true;
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    if (await library.RefreshAsync(stoppingToken)) Log.Refreshed(log, library.Current.Documents.Count);
                    reachable = true;
                }
                catch (Exception failure) when (failure is StoreException or DbException)
                {
                    if (reachable) Log.NotReached(log, failure.Message);
                    reachable = false;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopped(log);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "New documents were stored; {Documents} are known now.")]
        public static partial void Refreshed(ILogger log, int documents);

        [LoggerMessage(LogLevel.Warning, "The store can't be asked for new documents, and is asked again: {Reason}")]
        public static partial void NotReached(ILogger log, string reason);

        [LoggerMessage(LogLevel.Debug, "New documents are no longer looked for.")]
        public static partial void Stopped(ILogger log);
    }
}
