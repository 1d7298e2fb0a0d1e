namespace Cxf.Flows.Timing;

/// <summary>What a caller's limit leaves for the flow itself.</summary>
public static class CallerMargins
{
    /// <summary>Kept back for the answer's way to Connect.</summary>
    public static TimeSpan Answer { get; } = TimeSpan.FromSeconds(1);

    /// <summary>What a new process of ExecuteFlow takes before its handler runs, which the caller's clock counts too.</summary>
    public static TimeSpan FunctionStart { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a flow may take whose caller waits for so long; ExecuteFlow keeps the same margins.</summary>
    public static TimeSpan Budget(TimeSpan callerLimit) => callerLimit - Answer - FunctionStart;
}
