using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One event of an execution's history; only the details of its own <see cref="Type"/> are set.</summary>
public class HistoryEvent : IWireShape
{
    public ActivityFailedEventDetails ActivityFailedEventDetails { get; set; }
    public ActivityScheduleFailedEventDetails ActivityScheduleFailedEventDetails { get; set; }
    public ActivityScheduledEventDetails ActivityScheduledEventDetails { get; set; }
    public ActivityStartedEventDetails ActivityStartedEventDetails { get; set; }
    public ActivitySucceededEventDetails ActivitySucceededEventDetails { get; set; }
    public ActivityTimedOutEventDetails ActivityTimedOutEventDetails { get; set; }
    public EvaluationFailedEventDetails EvaluationFailedEventDetails { get; set; }
    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }
    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }
    public ExecutionRedrivenEventDetails ExecutionRedrivenEventDetails { get; set; }
    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }
    public ExecutionSucceededEventDetails ExecutionSucceededEventDetails { get; set; }
    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }
    public long? Id { get; set; }
    public LambdaFunctionFailedEventDetails LambdaFunctionFailedEventDetails { get; set; }
    public LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduleFailedEventDetails { get; set; }
    public LambdaFunctionScheduledEventDetails LambdaFunctionScheduledEventDetails { get; set; }
    public LambdaFunctionStartFailedEventDetails LambdaFunctionStartFailedEventDetails { get; set; }
    public LambdaFunctionSucceededEventDetails LambdaFunctionSucceededEventDetails { get; set; }
    public LambdaFunctionTimedOutEventDetails LambdaFunctionTimedOutEventDetails { get; set; }
    public MapIterationEventDetails MapIterationAbortedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationFailedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationStartedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationSucceededEventDetails { get; set; }
    public MapRunFailedEventDetails MapRunFailedEventDetails { get; set; }
    public MapRunRedrivenEventDetails MapRunRedrivenEventDetails { get; set; }
    public MapRunStartedEventDetails MapRunStartedEventDetails { get; set; }
    public MapStateStartedEventDetails MapStateStartedEventDetails { get; set; }
    public long? PreviousEventId { get; set; }
    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }
    public StateExitedEventDetails StateExitedEventDetails { get; set; }
    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }
    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }
    public TaskStartFailedEventDetails TaskStartFailedEventDetails { get; set; }
    public TaskStartedEventDetails TaskStartedEventDetails { get; set; }
    public TaskSubmitFailedEventDetails TaskSubmitFailedEventDetails { get; set; }
    public TaskSubmittedEventDetails TaskSubmittedEventDetails { get; set; }
    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }
    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }
    public DateTime? Timestamp { get; set; }
    public HistoryEventType Type { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ActivityFailedEventDetails = members.Shape("activityFailedEventDetails", ActivityFailedEventDetails);
        ActivityScheduleFailedEventDetails = members.Shape(
            "activityScheduleFailedEventDetails",
            ActivityScheduleFailedEventDetails
        );
        ActivityScheduledEventDetails = members.Shape("activityScheduledEventDetails", ActivityScheduledEventDetails);
        ActivityStartedEventDetails = members.Shape("activityStartedEventDetails", ActivityStartedEventDetails);
        ActivitySucceededEventDetails = members.Shape("activitySucceededEventDetails", ActivitySucceededEventDetails);
        ActivityTimedOutEventDetails = members.Shape("activityTimedOutEventDetails", ActivityTimedOutEventDetails);
        EvaluationFailedEventDetails = members.Shape("evaluationFailedEventDetails", EvaluationFailedEventDetails);
        ExecutionAbortedEventDetails = members.Shape("executionAbortedEventDetails", ExecutionAbortedEventDetails);
        ExecutionFailedEventDetails = members.Shape("executionFailedEventDetails", ExecutionFailedEventDetails);
        ExecutionRedrivenEventDetails = members.Shape("executionRedrivenEventDetails", ExecutionRedrivenEventDetails);
        ExecutionStartedEventDetails = members.Shape("executionStartedEventDetails", ExecutionStartedEventDetails);
        ExecutionSucceededEventDetails = members.Shape("executionSucceededEventDetails", ExecutionSucceededEventDetails);
        ExecutionTimedOutEventDetails = members.Shape("executionTimedOutEventDetails", ExecutionTimedOutEventDetails);
        Id = members.Long("id", Id);
        LambdaFunctionFailedEventDetails = members.Shape("lambdaFunctionFailedEventDetails", LambdaFunctionFailedEventDetails);
        LambdaFunctionScheduleFailedEventDetails = members.Shape(
            "lambdaFunctionScheduleFailedEventDetails",
            LambdaFunctionScheduleFailedEventDetails
        );
        LambdaFunctionScheduledEventDetails = members.Shape(
            "lambdaFunctionScheduledEventDetails",
            LambdaFunctionScheduledEventDetails
        );
        LambdaFunctionStartFailedEventDetails = members.Shape(
            "lambdaFunctionStartFailedEventDetails",
            LambdaFunctionStartFailedEventDetails
        );
        LambdaFunctionSucceededEventDetails = members.Shape(
            "lambdaFunctionSucceededEventDetails",
            LambdaFunctionSucceededEventDetails
        );
        LambdaFunctionTimedOutEventDetails = members.Shape(
            "lambdaFunctionTimedOutEventDetails",
            LambdaFunctionTimedOutEventDetails
        );
        MapIterationAbortedEventDetails = members.Shape("mapIterationAbortedEventDetails", MapIterationAbortedEventDetails);
        MapIterationFailedEventDetails = members.Shape("mapIterationFailedEventDetails", MapIterationFailedEventDetails);
        MapIterationStartedEventDetails = members.Shape("mapIterationStartedEventDetails", MapIterationStartedEventDetails);
        MapIterationSucceededEventDetails = members.Shape("mapIterationSucceededEventDetails", MapIterationSucceededEventDetails);
        MapRunFailedEventDetails = members.Shape("mapRunFailedEventDetails", MapRunFailedEventDetails);
        MapRunRedrivenEventDetails = members.Shape("mapRunRedrivenEventDetails", MapRunRedrivenEventDetails);
        MapRunStartedEventDetails = members.Shape("mapRunStartedEventDetails", MapRunStartedEventDetails);
        MapStateStartedEventDetails = members.Shape("mapStateStartedEventDetails", MapStateStartedEventDetails);
        PreviousEventId = members.Long("previousEventId", PreviousEventId);
        StateEnteredEventDetails = members.Shape("stateEnteredEventDetails", StateEnteredEventDetails);
        StateExitedEventDetails = members.Shape("stateExitedEventDetails", StateExitedEventDetails);
        TaskFailedEventDetails = members.Shape("taskFailedEventDetails", TaskFailedEventDetails);
        TaskScheduledEventDetails = members.Shape("taskScheduledEventDetails", TaskScheduledEventDetails);
        TaskStartFailedEventDetails = members.Shape("taskStartFailedEventDetails", TaskStartFailedEventDetails);
        TaskStartedEventDetails = members.Shape("taskStartedEventDetails", TaskStartedEventDetails);
        TaskSubmitFailedEventDetails = members.Shape("taskSubmitFailedEventDetails", TaskSubmitFailedEventDetails);
        TaskSubmittedEventDetails = members.Shape("taskSubmittedEventDetails", TaskSubmittedEventDetails);
        TaskSucceededEventDetails = members.Shape("taskSucceededEventDetails", TaskSucceededEventDetails);
        TaskTimedOutEventDetails = members.Shape("taskTimedOutEventDetails", TaskTimedOutEventDetails);
        Timestamp = members.Time("timestamp", Timestamp);
        Type = members.Word("type", Type, HistoryEventType.FindValue);
    }
}
