using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Runs;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Runs;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Functions.Runs;

/// <summary>
/// Finds runs by their names: a STANDARD execution is its own record, an EXPRESS one is found by the record it claimed.
/// </summary>
public sealed class RunLookup(
    IAmazonStepFunctions stepFunctions,
    RunStore store,
    IConfigurationReader configuration,
    TimeProvider timeProvider
)
{
    /// <summary>The run, or null if none can be found.</summary>
    /// <exception cref="OutdatedFlowException">The flow is of a tenant that was deleted, and its runs went with it.</exception>
    public async Task<FoundRun?> FindAsync(TenantId tenant, LiveFlow live, string runId, CancellationToken cancellationToken)
    {
        var finding =
            live.Type == StateMachineType.Standard
                ? DescribeAsync(live, runId, cancellationToken)
                : ReadAsync(tenant, live.Generation, runId, cancellationToken);
        var generation = configuration.FindGenerationAsync(tenant, cancellationToken).AsTask();
        await Task.WhenAll(finding, generation);
        return await generation == live.Generation ? await finding : throw new OutdatedFlowException();
    }

    /// <summary>
    /// Whether every run of the flow that began can be found. Flows that only read leave no record, and may have left none before
    /// a version that does.
    /// </summary>
    public static bool FindsAll(LiveFlow live) => live.Type == StateMachineType.Standard || live.ClaimsRuns;

    private async Task<FoundRun?> ReadAsync(TenantId tenant, int generation, string runId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(tenant, generation, runId, cancellationToken) is not { } record)
        {
            return null;
        }

        // A machine without an answer after its end was stopped from outside, and nobody could write the answer.
        var answer =
            record.Ending is { } ending ? AnswerOf(runId, ending)
            : timeProvider.GetUtcNow() < record.EndsBy ? FlowAnswer.Running(runId)
            : FlowAnswer.TimedOut(runId);
        return new FoundRun(answer, () => record.ReceivedHash);
    }

    private async Task<FoundRun?> DescribeAsync(LiveFlow live, string runId, CancellationToken cancellationToken)
    {
        try
        {
            var found = await stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = ExecutionArn.Of(live.AliasArn, runId) },
                cancellationToken
            );
            return new FoundRun(AnswerOf(runId, found), () => HashIn(found.Input));
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static string? HashIn(string input) =>
        JsonElement.Parse(input).TryGetProperty(ExecutionInput.ReceivedHash, out var hash) ? hash.GetString() : null;

    private static FlowAnswer AnswerOf(string runId, RunEnding ending) =>
        ending is RunEnding.Failed failed
            ? RunAnswer.Failed(runId, failed.Error, failed.Cause)
            : RunAnswer.Succeeded(runId, ((RunEnding.Succeeded)ending).Output);

    private static FlowAnswer AnswerOf(string runId, DescribeExecutionResponse found) =>
        found.Status == ExecutionStatus.SUCCEEDED ? RunAnswer.Succeeded(runId, found.Output)
        : found.Status == ExecutionStatus.TIMED_OUT ? FlowAnswer.TimedOut(runId)
        : found.Status == ExecutionStatus.RUNNING || found.Status == ExecutionStatus.PENDING_REDRIVE ? FlowAnswer.Running(runId)
        : RunAnswer.Failed(runId, found.Error, found.Cause);
}

/// <summary>A run that exists.</summary>
/// <param name="answer">What can be said of it now.</param>
/// <param name="receivedHash">Finds the hash of the payload that the run was started with.</param>
public sealed class FoundRun(FlowAnswer answer, Func<string?> receivedHash)
{
    /// <summary>What can be said of it now: its answer, or that it runs.</summary>
    public FlowAnswer Answer => answer;

    /// <summary>
    /// The hash of the payload that the run was started with; null for a run without a hash, which is not compared.
    /// </summary>
    public string? ReceivedHash => receivedHash();
}
