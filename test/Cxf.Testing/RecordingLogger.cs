using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cxf.Testing;

/// <summary>Keeps what is logged, from any thread.</summary>
public sealed class RecordingLogger : ILogger
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public void Clear() => _entries.Clear();

    /// <inheritdoc />
    public override string ToString() => string.Join('\n', _entries);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) =>
        _entries.Enqueue(
            new LogEntry(
                eventId.Id,
                logLevel,
                formatter(state, exception),
                (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(),
                exception
            )
        );
}

/// <summary>One log event: the message, and every value by itself, as a structured log has them.</summary>
public sealed record LogEntry(
    int Id,
    LogLevel Level,
    string Message,
    IReadOnlyDictionary<string, object?> Values,
    Exception? Exception
)
{
    /// <summary>All of it, to search for what must not be logged.</summary>
    public override string ToString() => $"{Id} {Message} {string.Join(' ', Values)} {Exception}";
}
