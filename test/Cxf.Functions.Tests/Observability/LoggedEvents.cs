using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Tests.Observability;

/// <summary>Keeps what is logged: number, level, message and the values by their names.</summary>
internal sealed class LoggedEvents : ILogger
{
    public List<(int Id, LogLevel Level, string Message, IReadOnlyDictionary<string, object?> Values)> All { get; } = [];

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
        All.Add(
            (
                eventId.Id,
                logLevel,
                formatter(state, exception),
                ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary(value => value.Key, value => value.Value)
            )
        );
}
