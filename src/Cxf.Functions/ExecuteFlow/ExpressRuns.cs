using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Compiling;
using Cxf.Flows.Runs;
using Cxf.Functions.Observability;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores.Runs;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Runs EXPRESS flows while the caller waits.</summary>
/// <param name="stepFunctions">A client that does not retry by itself: time and claim are looked after here.</param>
/// <param name="store">The runs' records.</param>
/// <param name="logger">Logs records that could not be written.</param>
public sealed class ExpressRuns(IAmazonStepFunctions stepFunctions, RunStore store, ILogger logger)
{
    /// <summary>
    /// Runs a flow and waits for its end until the token is canceled. Null if another execution has claimed the run; the answer
    /// of that execution counts.
    /// </summary>
    public async Task<FlowAnswer?> RunAsync(RunRequest run, CancellationToken cancellationToken)
    {
        var request = new StartSyncExecutionRequest
        {
            StateMachineArn = run.AliasArn,
            Name = run.Name,
            Input = run.Input,
        };
        try
        {
            var ended = await RunStart.SendAsync(
                () => stepFunctions.StartSyncExecutionAsync(request, cancellationToken),
                cancellationToken
            );
            return ended.Status == SyncExecutionStatus.SUCCEEDED ? await SucceededAsync(run, ended, cancellationToken)
                : ended.Error == RunRecord.ClaimedAlready ? null
                : await FailedAsync(run, ended, cancellationToken);
        }
        catch (UnknownStartException exception)
        {
            // The run continues. Its record identifies it; a flow that only reads can be started again without harm.
            return run.Claims
                ? FlowAnswer.Running(run.Name, exception.Failure)
                : FlowAnswer.TimedOut(run.Name, exception.Failure);
        }
        catch (Exception exception) when (ServiceFailures.IsMachineGone(exception))
        {
            throw new OutdatedFlowException(exception);
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is { } word)
        {
            return FlowAnswer.Failed("", word, exception);
        }
    }

    private async Task<FlowAnswer> SucceededAsync(
        RunRequest run,
        StartSyncExecutionResponse ended,
        CancellationToken cancellationToken
    )
    {
        // The machine could not record its answer. ExecuteFlow records it, so that later requests get the same answer as the
        // caller.
        if (run.Claims && RunAnswer.Unrecorded(ended.Output) is { } output)
        {
            await RecordAsync(run, ended.ExecutionArn, new RunEnding.Succeeded(output), cancellationToken);
        }

        return RunAnswer.Succeeded(run.Name, ended.Output);
    }

    private async Task<FlowAnswer> FailedAsync(
        RunRequest run,
        StartSyncExecutionResponse ended,
        CancellationToken cancellationToken
    )
    {
        var answer =
            ended.Status == SyncExecutionStatus.TIMED_OUT
                ? FlowAnswer.TimedOut(run.Name)
                : RunAnswer.Failed(run.Name, ended.Error, ended.Cause);
        if (run.Claims)
        {
            // A machine that was stopped from outside, or by an error that nothing catches, has not written its answer.
            await RecordAsync(
                run,
                ended.ExecutionArn,
                new RunEnding.Failed(answer.RecordedError, answer.Message),
                cancellationToken
            );
        }

        return answer;
    }

    private async Task RecordAsync(RunRequest run, string executionArn, RunEnding ending, CancellationToken cancellationToken)
    {
        try
        {
            await store.TryWriteAsync(run.Tenant, run.Generation, run.Name, executionArn, ending, cancellationToken);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException || ServiceFailures.WordFor(exception) is not null)
        {
            var (type, code, request) = FailureFacts.Of(exception);
            logger.EndingNotRecorded(run.Name, type, code, request);
        }
    }
}
