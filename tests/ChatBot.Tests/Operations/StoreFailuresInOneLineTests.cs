using ChatBot.Operations;
using ChatBot.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ChatBot.Tests.Operations;

public sealed class StoreFailuresInOneLineTests
{
    [Fact]
    public void What_the_store_did_is_said_in_one_line_without_the_calls_and_anything_else_as_before()
    {
        var lines = new Lines();
        using var provider = new StoreFailuresInOneLine(lines);
        var log = provider.CreateLogger("Inbox");
        var away = new StoreException("The store (Host=db) can't be reached: refused.\nCheck that the server runs.", new InvalidOperationException("inner"));
        log.Log(LogLevel.Warning, new InvalidOperationException("outer", away), "Not claimed.");
        log.Log(LogLevel.Warning, new SqliteException("disk I/O error", 10), "Not noted.");
        var fault = new InvalidOperationException("a fault");
        log.Log(LogLevel.Error, fault, "Stumbled.");
        Assert.Equal("Not claimed. The store (Host=db) can't be reached: refused. Check that the server runs.", lines.Said[0].Text);
        Assert.StartsWith("Not noted. The store failed: disk I/O error. Check", lines.Said[1].Text, StringComparison.Ordinal);
        Assert.All(lines.Said.Take(2), line => Assert.Null(line.Failure));
        Assert.Equal(("Stumbled.", fault), lines.Said[2]);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<(string Text, Exception? Failure)> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add((formatter(state, exception), exception));
    }
}
