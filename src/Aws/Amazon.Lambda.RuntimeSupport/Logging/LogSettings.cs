using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>What the function's configuration says about its log.</summary>
internal sealed record LogSettings(LogFormat Format, LogLevel Least)
{
    /// <summary>
    /// From AWS_LAMBDA_LOG_FORMAT (JSON, Text) and AWS_LAMBDA_LOG_LEVEL (TRACE … FATAL) as Lambda sets them, and from the older
    /// AWS_LAMBDA_HANDLER_LOG_FORMAT (Unformatted) and AWS_LAMBDA_HANDLER_LOG_LEVEL. By default text, from Information on.
    /// </summary>
    public static LogSettings FromEnvironment()
    {
        var format = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT");
        var level =
            Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL")
            ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL");
        var handlerFormat = Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_FORMAT");
        return new LogSettings(
            Is(format, "JSON") ? LogFormat.Json
                : Is(handlerFormat, "Unformatted") ? LogFormat.Unformatted
                : LogFormat.Text,
            LogLevels.Parse(level) ?? LogLevel.Information
        );
    }

    private static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);
}
