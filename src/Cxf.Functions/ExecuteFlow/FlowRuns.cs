using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Flows;
using Cxf.Flows.Runs;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Starts runs and makes answers from them.</summary>
/// <param name="stepFunctions">
/// A client that does not retry by itself: an EXPRESS start that is sent twice is two runs.
/// </param>
/// <param name="timeProvider">The clock of the caller's budget.</param>
public sealed class FlowRuns(IAmazonStepFunctions stepFunctions, TimeProvider timeProvider)
{
    /// <summary>Runs an EXPRESS flow and waits for its end, no longer than the budget.</summary>
    public async Task<Dictionary<string, string>> RunAsync(RunRequest run, TimeSpan budget, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(budget, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var ended = await stepFunctions.StartSyncExecutionAsync(
                new StartSyncExecutionRequest { StateMachineArn = run.AliasArn, Name = run.Name, Input = run.Input }, either.Token);
            return ended.Status == SyncExecutionStatus.SUCCEEDED ? RunAnswer.Succeeded(run.Name, ended.Output)
                : ended.Status == SyncExecutionStatus.TIMED_OUT ? RunAnswer.TimedOut(run.Name)
                : RunAnswer.Failed(run.Name, ended.Error, ended.Cause);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return RunAnswer.TimedOut(run.Name);
        }
        catch (AmazonServiceException exception)
        {
            return NotStarted(run, exception);
        }
    }

    /// <summary>Starts a STANDARD flow; a run of this name that exists already is the answer to a retry.</summary>
    public async Task<Dictionary<string, string>> StartAsync(RunRequest run, CancellationToken cancellationToken)
    {
        try
        {
            await stepFunctions.StartExecutionAsync(
                new StartExecutionRequest { StateMachineArn = run.AliasArn, Name = run.Name, Input = run.Input }, cancellationToken);
            return RunAnswer.Running(run.Name);
        }
        catch (ExecutionAlreadyExistsException)
        {
            return await FindAsync(run, cancellationToken);
        }
        catch (AmazonServiceException exception)
        {
            return NotStarted(run, exception);
        }
    }

    private async Task<Dictionary<string, string>> FindAsync(RunRequest run, CancellationToken cancellationToken)
    {
        var found = await stepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = ExecutionArn.Of(run.AliasArn, run.Name) }, cancellationToken);
        if (found.Input != run.Input)
        {
            return FlowAnswer.Rejected(new Rejection(FlowErrorWords.RequestKeyConflict, "requestKey was used before with another payload."));
        }

        return found.Status == ExecutionStatus.SUCCEEDED ? RunAnswer.Succeeded(run.Name, found.Output)
            : found.Status == ExecutionStatus.TIMED_OUT ? RunAnswer.TimedOut(run.Name)
            : found.Status == ExecutionStatus.RUNNING || found.Status == ExecutionStatus.PENDING_REDRIVE ? RunAnswer.Running(run.Name)
            : RunAnswer.Failed(run.Name, found.Error, found.Cause);
    }

    private static Dictionary<string, string> NotStarted(RunRequest run, AmazonServiceException exception)
    {
        var busy = exception is ExecutionLimitExceededException
            || (int)exception.StatusCode >= 500
            || exception.ErrorCode is "ThrottlingException" or "TooManyRequestsException";
        var word = busy ? FlowErrorWords.Busy : FlowErrorWords.Internal;
        return FlowAnswer.Of(AnswerStatus.Failed, run.Name, word, FailureSentences.For(word));
    }
}
