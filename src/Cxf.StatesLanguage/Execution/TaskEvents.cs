using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The events of a task: one family for functions called by their ARN, one for integrations.</summary>
internal abstract class TaskEvents
{
    /// <summary>The name that AWS uses for the task when its result is too large.</summary>
    public abstract string NameOfTask { get; }

    public static TaskEvents For(StateRun run, TaskResource resource) =>
        resource.Kind switch
        {
            TaskResourceKind.LambdaFunction => new OfFunction(run.Branch, resource),
            TaskResourceKind.Activity => new OfActivity(run.Branch, resource),
            _ => new OfIntegration(run, resource),
        };

    public abstract long Scheduled(Payload parameters, TaskLimits limits, Payload? credentials);

    public abstract void Started();

    /// <summary>Records that a worker of an activity has taken the task.</summary>
    public virtual void TakenBy(string? workerName)
    {
        // Only activities have workers.
    }

    public abstract void Submitted(Payload output);

    public abstract void Succeeded(Payload output);

    public abstract void Failed(StateError error);

    public abstract void TimedOut(StateError error);

    private static string? Role(Payload? credentials) =>
        credentials?.Tree.ValueKind == JsonValueKind.Object && credentials.Tree.TryGetProperty("RoleArn", out var role)
            ? role.GetString()
            : null;

    private sealed class OfFunction(BranchRun branch, TaskResource resource) : TaskEvents
    {
        public override string NameOfTask => resource.Text;

        public override long Scheduled(Payload parameters, TaskLimits limits, Payload? credentials) =>
            branch.Record(
                HistoryEventType.LambdaFunctionScheduled,
                new LambdaFunctionScheduledDetails(resource.Text, parameters, limits.TimeoutSeconds, Role(credentials))
            );

        public override void Started() => branch.Record(HistoryEventType.LambdaFunctionStarted);

        public override void Submitted(Payload output)
        {
            // A function answers when it has ended; nothing is submitted.
        }

        public override void Succeeded(Payload output) =>
            branch.Record(HistoryEventType.LambdaFunctionSucceeded, new OutputDetails(output));

        public override void Failed(StateError error) =>
            branch.Record(HistoryEventType.LambdaFunctionFailed, new ErrorDetails(error.Error, error.Cause));

        public override void TimedOut(StateError error) =>
            branch.Record(HistoryEventType.LambdaFunctionTimedOut, new ErrorDetails(error.Error, error.Cause));
    }

    private sealed class OfActivity(BranchRun branch, TaskResource resource) : TaskEvents
    {
        public override string NameOfTask => resource.Text;

        public override long Scheduled(Payload parameters, TaskLimits limits, Payload? credentials) =>
            branch.Record(
                HistoryEventType.ActivityScheduled,
                new ActivityScheduledDetails(resource.Text, parameters, limits.TimeoutSeconds, limits.HeartbeatSeconds)
            );

        public override void Started()
        {
            // A worker starts the task later.
        }

        public override void TakenBy(string? workerName) =>
            branch.Record(HistoryEventType.ActivityStarted, new ActivityStartedDetails(workerName));

        public override void Submitted(Payload output)
        {
            // Nothing is submitted: workers ask for their tasks.
        }

        public override void Succeeded(Payload output) =>
            branch.Record(HistoryEventType.ActivitySucceeded, new OutputDetails(output));

        public override void Failed(StateError error) =>
            branch.Record(HistoryEventType.ActivityFailed, new ErrorDetails(error.Error, error.Cause));

        public override void TimedOut(StateError error) =>
            branch.Record(HistoryEventType.ActivityTimedOut, new ErrorDetails(error.Error, error.Cause));
    }

    private sealed class OfIntegration(StateRun run, TaskResource resource) : TaskEvents
    {
        public override string NameOfTask => resource.Service;

        public override long Scheduled(Payload parameters, TaskLimits limits, Payload? credentials) =>
            run.Branch.Record(
                HistoryEventType.TaskScheduled,
                new TaskScheduledDetails(
                    resource.Service,
                    resource.Action,
                    run.Execution.Region,
                    parameters,
                    limits.TimeoutSeconds,
                    limits.HeartbeatSeconds,
                    Role(credentials)
                )
            );

        public override void Started() =>
            run.Branch.Record(HistoryEventType.TaskStarted, new TaskStartedDetails(resource.Service, resource.Action));

        public override void Submitted(Payload output) =>
            run.Branch.Record(HistoryEventType.TaskSubmitted, new TaskOutputDetails(resource.Service, resource.Action, output));

        public override void Succeeded(Payload output) =>
            run.Branch.Record(HistoryEventType.TaskSucceeded, new TaskOutputDetails(resource.Service, resource.Action, output));

        public override void Failed(StateError error) =>
            run.Branch.Record(
                HistoryEventType.TaskFailed,
                new TaskFailedDetails(resource.Service, resource.Action, error.Error, error.Cause)
            );

        public override void TimedOut(StateError error) =>
            run.Branch.Record(
                HistoryEventType.TaskTimedOut,
                new TaskFailedDetails(resource.Service, resource.Action, error.Error, error.Cause)
            );
    }
}
