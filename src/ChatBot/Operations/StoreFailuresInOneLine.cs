using System.Data.Common;
using ChatBot.Store;

namespace ChatBot.Operations;

/// <summary>Logs as another does, but where the store is away says so in one line, with what to do, in place of a stack of this program's calls: nothing in them is wrong.</summary>
/// <param name="inner">Writes the log.</param>
internal sealed class StoreFailuresInOneLine(ILoggerProvider inner) : ILoggerProvider, ISupportExternalScope
{
    public ILogger CreateLogger(string categoryName) => new Logger(inner.CreateLogger(categoryName));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (inner as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    public void Dispose() => inner.Dispose();

    /// <summary>What is wrong with the store, in a line; null where something else is wrong.</summary>
    internal static string? Words(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case StoreException: return cause.Message.ReplaceLineEndings(" ");
                case DbException: return $"The store failed: {cause.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Check that the database runs and has room; what was being done is tried again where it can be.";
            }
        return null;
    }

    private sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Words(exception) is { } words) inner.Log(logLevel, eventId, state, null, (said, _) => $"{formatter(said, exception)} {words}");
            else inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
