using System.Text.Json;
using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Runs;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;

namespace Cxf.Functions.GetFlowResult;

/// <summary>
/// Says how a run stands: RUNNING, or its final answer. Only to the contact that started it; to everybody else a run that exists
/// looks like one that does not.
/// </summary>
public sealed class FlowResults(RunLookup lookup, Answering answering)
{
    /// <summary>The function's name in logs and metrics.</summary>
    public const string Function = "GetFlowResult";

    /// <summary>The answer to an event.</summary>
    /// <param name="received">The event as it came.</param>
    /// <param name="remaining">How long the function may still run.</param>
    /// <param name="cancellationToken">Gives up without an answer.</param>
    public Task<JsonElement> FindAsync(FunctionEvent received, TimeSpan remaining, CancellationToken cancellationToken) =>
        answering.AnswerAsync(Function, FlowResultRequestReader.Read(received), remaining, AnswerAsync, cancellationToken);

    private async Task<FlowAnswer> AnswerAsync(FlowResultRequest request, LiveFlow? live, CancellationToken cancellationToken)
    {
        if (live is null || !RunName.IsOf(request.Head.Contact.ContactId, request.RunId))
        {
            return NotFound();
        }

        try
        {
            return (await lookup.FindAsync(request.Head.Tenant, live, request.RunId, cancellationToken))?.Answer ?? NotFound();
        }
        catch (Exception exception) when (ServiceFailures.WordFor(exception) is { } word)
        {
            return FlowAnswer.Failed(request.RunId, word, exception);
        }
    }

    private static FlowAnswer NotFound() => FlowAnswer.Rejected(FlowErrorWords.RunNotFound, "runId is not a run that this contact started with this flow.");
}
