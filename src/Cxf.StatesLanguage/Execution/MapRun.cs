using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.Execution;

/// <summary>One child of a map run.</summary>
internal sealed class MapRunChild(string arn, string name, Payload input, int items)
{
    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public Payload Input { get; } = input;

    /// <summary>How many items the child processes: one, or those of its batch.</summary>
    public int Items { get; } = items;

    public DateTimeOffset? StartDate { get; set; }

    public DateTimeOffset? StopDate { get; set; }

    /// <summary>Null before the start.</summary>
    public ExecutionStatus? Status { get; set; }

    public Payload? Output { get; set; }

    public StateError? Error { get; set; }
}

/// <summary>The children of a distributed Map state: their limits, which UpdateMapRun changes, and how they ended.</summary>
internal sealed class MapRun(
    ExecutionRun execution,
    string arn,
    string stateMachineArn,
    IReadOnlyList<MapRunChild> children,
    int maxConcurrency,
    FailureTolerance tolerance
)
{
    public string Arn { get; } = arn;

    public ExecutionRun Execution { get; } = execution;

    /// <summary>The ARN of the Map state's machine: <c>…:stateMachine:machine/label</c>.</summary>
    public string StateMachineArn { get; } = stateMachineArn;

    public IReadOnlyList<MapRunChild> Children { get; } = children;

    public DateTimeOffset StartDate { get; } = execution.Now;

    public DateTimeOffset? StopDate { get; private set; }

    public ExecutionStatus Status { get; private set; } = ExecutionStatus.Running;

    /// <summary>How many children run at once; 0 for AWS's own limit.</summary>
    public int MaxConcurrency { get; set; } = maxConcurrency;

    public FailureTolerance Tolerance { get; set; } = tolerance;

    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveDate { get; private set; }

    /// <summary>Called on the execution's strand after a change of the limits.</summary>
    public Action? LimitsChanged { get; set; }

    public void End(ExecutionStatus status)
    {
        Status = status;
        StopDate = Execution.Now;
    }

    public void Redrive()
    {
        Status = ExecutionStatus.Running;
        StopDate = null;
        RedriveCount++;
        RedriveDate = Execution.Now;
    }
}
