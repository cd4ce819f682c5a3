using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TheThingsStack.Tests.Hosting;

/// <summary>A message as it was logged.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, EventId Event, string Text, Exception? Exception, IReadOnlyList<KeyValuePair<string, object?>> Values);

/// <summary>Keeps everything that is logged, at every level.</summary>
internal sealed class LogList : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>Those of this library.</summary>
    public IEnumerable<LogEntry> Own => _entries.Where(e => e.Category == "TheThingsStack");

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            entries.Enqueue(new(category, LogLevel.Trace, default, state.ToString() ?? "", null, []));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new(category, logLevel, eventId, formatter(state, exception), exception, state as IReadOnlyList<KeyValuePair<string, object?>> ?? []));
    }
}
