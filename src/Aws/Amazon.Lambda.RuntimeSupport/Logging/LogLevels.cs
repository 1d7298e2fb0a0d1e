using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The names of log levels: Lambda's, .NET's, and the four letters of a text line.</summary>
internal static class LogLevels
{
    /// <summary>Reads a level in any spelling; null for null and for unknown names.</summary>
    public static LogLevel? Parse(string? word) =>
        word?.ToUpperInvariant() switch
        {
            "TRACE" => LogLevel.Trace,
            "DEBUG" => LogLevel.Debug,
            "INFO" or "INFORMATION" => LogLevel.Information,
            "WARN" or "WARNING" => LogLevel.Warning,
            "ERROR" => LogLevel.Error,
            "FATAL" or "CRITICAL" => LogLevel.Critical,
            _ => null,
        };

    public static string Label(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}
