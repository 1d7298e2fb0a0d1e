using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using LambdaLevel = Amazon.Lambda.Core.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Cxf.Functions.Observability;

/// <summary>
/// Passes log events to Lambda's own logger, which knows the invocation and writes JSON or text as the function's configuration
/// says. In JSON, each placeholder of a message becomes a member, and so does the event's number.
/// </summary>
internal sealed class LambdaLog : ILogger
{
    private const string OriginalFormat = "{OriginalFormat}";

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    // Lambda's logger gets the level and leaves out events below the configured level.
    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    /// <inheritdoc />
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var places = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var template = places.FirstOrDefault(place => place.Key == OriginalFormat).Value as string ?? formatter(state, exception);
        var arguments = places
            .Where(place => place.Key != OriginalFormat)
            .Select(place => place.Value)
            .Prepend(eventId.Id)
            .ToArray();
        LambdaLogger.Log(LevelOf(logLevel), "{eventId} " + template, arguments!);
    }

    private static LambdaLevel LevelOf(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => LambdaLevel.Trace,
            LogLevel.Debug => LambdaLevel.Debug,
            LogLevel.Information => LambdaLevel.Information,
            LogLevel.Warning => LambdaLevel.Warning,
            LogLevel.Error => LambdaLevel.Error,
            _ => LambdaLevel.Critical,
        };
}
