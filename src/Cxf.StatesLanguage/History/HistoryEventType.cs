namespace Cxf.StatesLanguage.History;

/// <summary>Types of history events that this engine records, with AWS's names.</summary>
public enum HistoryEventType
{
    /// <summary>The execution began.</summary>
    ExecutionStarted,

    /// <summary>The execution ended with success.</summary>
    ExecutionSucceeded,

    /// <summary>The execution ended with an error.</summary>
    ExecutionFailed,

    /// <summary>The execution was stopped.</summary>
    ExecutionAborted,

    /// <summary>The execution exceeded its time limit.</summary>
    ExecutionTimedOut,

    /// <summary>The execution was redriven.</summary>
    ExecutionRedriven,

    /// <summary>A JSONata expression failed.</summary>
    EvaluationFailed,

    /// <summary>A Pass state began.</summary>
    PassStateEntered,

    /// <summary>A Pass state ended.</summary>
    PassStateExited,

    /// <summary>A Choice state began.</summary>
    ChoiceStateEntered,

    /// <summary>A Choice state ended.</summary>
    ChoiceStateExited,

    /// <summary>A Wait state began.</summary>
    WaitStateEntered,

    /// <summary>A Wait state ended.</summary>
    WaitStateExited,

    /// <summary>A Wait state ended with its execution or branch.</summary>
    WaitStateAborted,

    /// <summary>A Succeed state began.</summary>
    SucceedStateEntered,

    /// <summary>A Succeed state ended.</summary>
    SucceedStateExited,

    /// <summary>A Fail state began.</summary>
    FailStateEntered,

    /// <summary>A Task state began.</summary>
    TaskStateEntered,

    /// <summary>A Task state ended.</summary>
    TaskStateExited,

    /// <summary>A Task state ended with its execution or branch.</summary>
    TaskStateAborted,

    /// <summary>A call of a service was prepared.</summary>
    TaskScheduled,

    /// <summary>A call of a service was sent.</summary>
    TaskStarted,

    /// <summary>A service accepted a job that ends later.</summary>
    TaskSubmitted,

    /// <summary>A call of a service succeeded.</summary>
    TaskSucceeded,

    /// <summary>A call of a service failed.</summary>
    TaskFailed,

    /// <summary>A call of a service took too long.</summary>
    TaskTimedOut,

    /// <summary>A direct call of a Lambda function was prepared.</summary>
    LambdaFunctionScheduled,

    /// <summary>A direct call of a Lambda function was sent.</summary>
    LambdaFunctionStarted,

    /// <summary>A direct call of a Lambda function succeeded.</summary>
    LambdaFunctionSucceeded,

    /// <summary>A direct call of a Lambda function failed.</summary>
    LambdaFunctionFailed,

    /// <summary>A direct call of a Lambda function took too long.</summary>
    LambdaFunctionTimedOut,

    /// <summary>A task for the workers of an activity was scheduled.</summary>
    ActivityScheduled,

    /// <summary>A worker took a task of an activity.</summary>
    ActivityStarted,

    /// <summary>A task of an activity succeeded.</summary>
    ActivitySucceeded,

    /// <summary>A task of an activity failed.</summary>
    ActivityFailed,

    /// <summary>A task of an activity took too long.</summary>
    ActivityTimedOut,

    /// <summary>A Parallel state was entered.</summary>
    ParallelStateEntered,

    /// <summary>A Parallel state's branches began.</summary>
    ParallelStateStarted,

    /// <summary>All branches of a Parallel state succeeded.</summary>
    ParallelStateSucceeded,

    /// <summary>A branch of a Parallel state failed.</summary>
    ParallelStateFailed,

    /// <summary>A Parallel state ended.</summary>
    ParallelStateExited,

    /// <summary>A Parallel state ended with its execution or branch.</summary>
    ParallelStateAborted,

    /// <summary>A Map state was entered.</summary>
    MapStateEntered,

    /// <summary>A Map state's iterations began.</summary>
    MapStateStarted,

    /// <summary>All iterations of a Map state succeeded.</summary>
    MapStateSucceeded,

    /// <summary>An iteration of a Map state failed.</summary>
    MapStateFailed,

    /// <summary>A Map state ended.</summary>
    MapStateExited,

    /// <summary>A Map state ended with its execution or branch.</summary>
    MapStateAborted,

    /// <summary>An iteration of a Map state began.</summary>
    MapIterationStarted,

    /// <summary>An iteration of a Map state succeeded.</summary>
    MapIterationSucceeded,

    /// <summary>An iteration of a Map state failed.</summary>
    MapIterationFailed,

    /// <summary>An iteration of a Map state was stopped.</summary>
    MapIterationAborted,

    /// <summary>The child executions of a distributed Map state began.</summary>
    MapRunStarted,

    /// <summary>The unsuccessful child executions of a distributed Map state were started again.</summary>
    MapRunRedriven,

    /// <summary>The child executions of a distributed Map state succeeded.</summary>
    MapRunSucceeded,

    /// <summary>Too many child executions of a distributed Map state failed.</summary>
    MapRunFailed,

    /// <summary>The child executions of a distributed Map state were stopped.</summary>
    MapRunAborted,
}
