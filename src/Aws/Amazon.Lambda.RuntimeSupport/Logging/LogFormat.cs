namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>How a log line looks.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id, level and message, with tabs between.</summary>
    Text,

    /// <summary>One JSON object, in which CloudWatch finds the arguments by name.</summary>
    Json,

    /// <summary>The message alone.</summary>
    Unformatted,
}
