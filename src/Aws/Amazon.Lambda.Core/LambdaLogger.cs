using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.Core;

/// <summary>The log of the current invocation for code that has no context at hand; outside Lambda, standard output.</summary>
public static class LambdaLogger
{
    // The names matter: Lambda's own runtime clients set these fields by name to receive the log.
    private static Action<string> _loggingAction = WriteToConsole;

    private static Action<string, string, object[]> _loggingWithLevelAction = (_, message, args) =>
        _loggingAction(MessageTemplate.Fill(message, args));

    private static Action<string, Exception, string, object[]> _loggingWithLevelAndExceptionAction = (
        _,
        exception,
        message,
        args
    ) => _loggingAction($"{MessageTemplate.Fill(message, args)}{Environment.NewLine}{exception}");

    public static void Log(string message) => _loggingAction(message);

    public static void Log(string level, string message, params object[] args) => _loggingWithLevelAction(level, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        _loggingWithLevelAndExceptionAction(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <summary>Sends everything to a logger: what the runtime client does at its start.</summary>
    internal static void SendTo(ILambdaLogger logger)
    {
        _loggingAction = logger.LogLine;
        _loggingWithLevelAction = logger.Log;
        _loggingWithLevelAndExceptionAction = logger.Log;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Without a runtime client standard output is the log.")]
    private static void WriteToConsole(string message) => Console.WriteLine(message);
}
