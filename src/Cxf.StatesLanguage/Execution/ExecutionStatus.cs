namespace Cxf.StatesLanguage.Execution;

/// <summary>States of an execution.</summary>
public enum ExecutionStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended with an output.</summary>
    Succeeded,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It ran longer than it may.</summary>
    TimedOut,

    /// <summary>It was stopped.</summary>
    Aborted,
}
