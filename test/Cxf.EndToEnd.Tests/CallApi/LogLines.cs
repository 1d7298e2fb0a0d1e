using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>Keeps what is logged: the message, and every value by itself, as a structured log has them.</summary>
internal sealed class LogLines : ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> All => _lines;

    public void Clear() => _lines.Clear();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        _lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {string.Join(' ', values)} {exception}");
    }
}
