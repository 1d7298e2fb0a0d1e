using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Starts STANDARD flows, whose callers do not wait.</summary>
public sealed class StandardRuns(IAmazonStepFunctions stepFunctions)
{
    /// <summary>
    /// Starts a flow; null if a run of this name already exists. Starting a running execution again with the same input does not
    /// start a second run (StartExecution is idempotent by name and input).
    /// </summary>
    public async Task<FlowAnswer?> StartAsync(RunRequest run, CancellationToken cancellationToken)
    {
        var request = new StartExecutionRequest
        {
            StateMachineArn = run.AliasArn,
            Name = run.Name,
            Input = run.Input,
        };
        try
        {
            await RunStart.SendAsync(() => stepFunctions.StartExecutionAsync(request, cancellationToken), cancellationToken);
            return FlowAnswer.Running(run.Name);
        }
        catch (ExecutionAlreadyExistsException)
        {
            return null;
        }
        catch (UnknownStartException exception)
        {
            // If it did not begin, GetFlowResult says so.
            return FlowAnswer.Running(run.Name, exception.Failure);
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
}
