using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One thing to log.</summary>
/// <param name="Context">The invocation during which it was logged; null outside an invocation.</param>
internal readonly record struct LogEntry(
    DateTimeOffset Time,
    LogLevel Level,
    ILambdaContext? Context,
    string Message,
    object?[] Arguments,
    Exception? Exception
);
