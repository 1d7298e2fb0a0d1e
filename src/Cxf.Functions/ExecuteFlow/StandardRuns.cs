using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Runs;
using Cxf.Functions.Runs;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>Starts STANDARD flows, which nobody waits for.</summary>
public sealed class StandardRuns(IAmazonStepFunctions stepFunctions)
{
    /// <summary>
    /// Starts a flow; null when a run of this name exists already. Starting a running one again with the same input is no second
    /// run (StartExecution is idempotent by name and input).
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
