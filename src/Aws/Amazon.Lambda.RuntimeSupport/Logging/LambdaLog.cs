using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The function's log: each line says during which invocation it was written.</summary>
internal sealed class LambdaLog(LogSettings settings) : ILambdaLogger
{
    /// <summary>The running invocation; null between invocations.</summary>
    public ILambdaContext? Context { get; set; }

    public void Log(string message) => Write(LogLevel.Information, message, [], null);

    public void LogLine(string message) => Write(LogLevel.Information, message, [], null);

    public void Log(string level, string message) => Log(level, message, []);

    public void Log(string level, string message, params object?[]? args) => Log(level, null, message, args);

    public void Log(string level, Exception? exception, string message, params object?[]? args) =>
        Write(LogLevels.Parse(level) ?? LogLevel.Information, message, args ?? [], exception);

    private void Write(LogLevel level, string? message, object?[] args, Exception? exception)
    {
        if (level < settings.Least)
        {
            return;
        }

        var entry = new LogEntry(TimeProvider.System.GetUtcNow(), level, Context, message ?? "", args, exception);
        StandardOutput.Write(
            settings.Format == LogFormat.Json
                ? JsonLine.Format(entry).Span
                : TextLine.Format(entry, prefixed: settings.Format == LogFormat.Text)
        );
    }
}
