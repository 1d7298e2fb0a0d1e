using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>
/// The integrations that start executions: <c>states:startExecution</c>, which goes on at once, and with <c>.sync</c> or
/// <c>.sync:2</c>, which wait for the end (<c>:2</c> parses input and output).
/// </summary>
internal sealed class ExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public static IReadOnlyList<string> Actions { get; } = ["startExecution", "startExecution.sync", "startExecution.sync:2"];

    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var started = ChildExecution.Start(service, call, synchronous: false, "StepFunctions");
        var answer = Started(call, started);
        if (!call.Resource.IsSync)
        {
            return answer;
        }

        call.Submitted(answer);
        try
        {
            await started.WaitForEnd(cancellationToken);
        }
        catch (OperationCanceledException) when (call.Run.Branch.Stop.IsCancellationRequested)
        {
            // A waiting task that is aborted stops what it waits for (developer guide, "Run a Job (.sync)").
            started.Abort(null, null);
            throw;
        }

        var described = ChildExecution.Describe(started, parsed: call.Resource.Action.EndsWith(":2", StringComparison.Ordinal));
        return started.Status == ExecutionStatus.Succeeded
            ? described
            : throw new TaskServiceException(ErrorNames.TaskFailed, described.ToString());
    }

    /// <summary>Length of the service's own answer, <c>{"executionArn":"…","startDate":1.69E9}</c>, with its milliseconds.</summary>
    private static int AnswerLength(ExecutionRun started) => started.Arn.Length + 46;

    private static Payload Started(TaskCall call, ExecutionRun started)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("ExecutionArn", started.Arn);
        SdkMetadata.Write(json, call, "application/x-amz-json-1.0", AnswerLength(started), [new("connection", "keep-alive")]);
        json.WriteNumber("StartDate", started.StartDate.ToUnixTimeMilliseconds());
        json.WriteEndObject();
        return writer.ToPayload();
    }
}
