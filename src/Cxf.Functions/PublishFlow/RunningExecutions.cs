using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>The running executions of a state machine.</summary>
public sealed class RunningExecutions(IAmazonStepFunctions stepFunctions)
{
    /// <summary>The error of an execution whose flow was deleted.</summary>
    public const string FlowDeleted = "FlowDeleted";

    // ListExecutions: maxResults, at most 1,000.
    private const int ListPage = 1_000;

    /// <summary>
    /// Stops the executions of a STANDARD machine and returns how many were running. EXPRESS executions cannot be listed or
    /// stopped and end on their own within five minutes. If a machine is only deleted, a waiting execution stays until its wait
    /// is over, possibly for days, and the machine's name is not free before that (Step Functions API, "DeleteStateMachine").
    /// </summary>
    public async Task<int> StopAsync(string machineArn, CancellationToken cancellationToken)
    {
        // All pages first: each stop takes one away from what the next page counts.
        var running = await ListAsync(machineArn, cancellationToken);
        foreach (var executionArn in running)
        {
            await stepFunctions.StopExecutionAsync(
                new StopExecutionRequest
                {
                    ExecutionArn = executionArn,
                    Error = FlowDeleted,
                    Cause = "The flow was deleted.",
                },
                cancellationToken
            );
        }

        return running.Count;
    }

    private async Task<List<string>> ListAsync(string machineArn, CancellationToken cancellationToken)
    {
        var running = new List<string>();
        var request = new ListExecutionsRequest
        {
            StateMachineArn = machineArn,
            StatusFilter = ExecutionStatus.RUNNING,
            MaxResults = ListPage,
        };
        try
        {
            do
            {
                var page = await stepFunctions.ListExecutionsAsync(request, cancellationToken);
                running.AddRange(page.Executions.Select(execution => execution.ExecutionArn));
                request.NextToken = page.NextToken;
            } while (!string.IsNullOrEmpty(request.NextToken));
        }
        catch (Exception exception) when (exception is StateMachineDoesNotExistException or StateMachineTypeNotSupportedException)
        {
            return [];
        }

        return running;
    }
}
