using Microsoft.Extensions.Logging;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>Keeps the numbers of log events.</summary>
internal sealed class TakenLog : ILogger
{
    public List<int> Events { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Events.Add(eventId.Id);
}
