namespace Cxf.StatesLanguage.History;

/// <summary>
/// Which events a machine logs at each level (Step Functions developer guide, "Log levels for Step Functions execution events").
/// </summary>
internal static class LogLevels
{
    private const string All = "ALL";
    private const string Error = "ERROR";
    private const string Fatal = "FATAL";

    public static bool Includes(string? level, HistoryEventType type) =>
        level switch
        {
            All => true,
            Error => IsFatal(type) || IsError(type),
            Fatal => IsFatal(type),
            _ => false,
        };

    private static bool IsFatal(HistoryEventType type) =>
        type is HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut;

    private static bool IsError(HistoryEventType type) =>
        type == HistoryEventType.FailStateEntered
        || (type.ToString() is var name && (Ends(name, "Failed") || Ends(name, "TimedOut") || Ends(name, "Aborted")));

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.Ordinal);
}
