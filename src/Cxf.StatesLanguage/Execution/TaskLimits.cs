using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// A task's TimeoutSeconds and HeartbeatSeconds. AWS counts heartbeats of every task, also of those that cannot send any: a
/// function or a <c>.sync</c> job without a token ends when the first heartbeat is overdue. Activities and token holders, the
/// only ones that send heartbeats, are not run here, so the task ends at whichever limit comes first.
/// </summary>
internal readonly record struct TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds)
{
    /// <summary>After how many seconds the task ends, or null for never.</summary>
    public long? Seconds => HeartbeatComesFirst ? HeartbeatSeconds : TimeoutSeconds;

    /// <summary>The error of a task that took longer: AWS calls both of them States.Timeout, without a cause (recorded).</summary>
    public StateError Expired => new(ErrorNames.Timeout, null) { IsMissedHeartbeat = HeartbeatComesFirst };

    private bool HeartbeatComesFirst => HeartbeatSeconds < (TimeoutSeconds ?? long.MaxValue);

    public static TaskLimits Evaluate(StateRun run, TaskState state) =>
        new((long?)state.TimeoutSeconds?.Evaluate(run), (long?)state.HeartbeatSeconds?.Evaluate(run));
}
