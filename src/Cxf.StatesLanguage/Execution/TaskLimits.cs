using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// A task's TimeoutSeconds and HeartbeatSeconds. Heartbeats are sent by activities and token holders only, which this engine does
/// not run, so the second one is checked and shown in the history but never expires.
/// </summary>
internal readonly record struct TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds)
{
    public static TaskLimits Evaluate(StateRun run, TaskState state) =>
        new((long?)state.TimeoutSeconds?.Evaluate(run), (long?)state.HeartbeatSeconds?.Evaluate(run));
}
