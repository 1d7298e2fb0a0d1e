using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.History;

/// <summary>The names of the events that enter and leave each kind of state.</summary>
internal static class StateEvents
{
    public static HistoryEventType Entered(StateType type) =>
        type switch
        {
            StateType.Task => HistoryEventType.TaskStateEntered,
            StateType.Pass => HistoryEventType.PassStateEntered,
            StateType.Choice => HistoryEventType.ChoiceStateEntered,
            StateType.Wait => HistoryEventType.WaitStateEntered,
            StateType.Succeed => HistoryEventType.SucceedStateEntered,
            StateType.Fail => HistoryEventType.FailStateEntered,
            StateType.Parallel => HistoryEventType.ParallelStateEntered,
            _ => HistoryEventType.MapStateEntered,
        };

    public static bool IsEntered(HistoryEventType type) =>
        type
            is HistoryEventType.TaskStateEntered
                or HistoryEventType.PassStateEntered
                or HistoryEventType.ChoiceStateEntered
                or HistoryEventType.WaitStateEntered
                or HistoryEventType.SucceedStateEntered
                or HistoryEventType.FailStateEntered
                or HistoryEventType.ParallelStateEntered
                or HistoryEventType.MapStateEntered;

    public static HistoryEventType Exited(StateType type) =>
        type switch
        {
            StateType.Task => HistoryEventType.TaskStateExited,
            StateType.Pass => HistoryEventType.PassStateExited,
            StateType.Choice => HistoryEventType.ChoiceStateExited,
            StateType.Wait => HistoryEventType.WaitStateExited,
            StateType.Succeed => HistoryEventType.SucceedStateExited,
            StateType.Parallel => HistoryEventType.ParallelStateExited,
            _ => HistoryEventType.MapStateExited,
        };

    /// <summary>The event of a state that ends with its execution or branch, for the kinds that have one.</summary>
    public static HistoryEventType? Aborted(StateType type) =>
        type switch
        {
            StateType.Task => HistoryEventType.TaskStateAborted,
            StateType.Wait => HistoryEventType.WaitStateAborted,
            StateType.Parallel => HistoryEventType.ParallelStateAborted,
            StateType.Map => HistoryEventType.MapStateAborted,
            _ => null,
        };
}
