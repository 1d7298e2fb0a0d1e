using Cxf.Flows.Runs;
using Cxf.Functions.Requests;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.GetFlowResult;

/// <summary>A request to GetFlowResult.</summary>
/// <param name="Head">What every request says.</param>
/// <param name="RunId">The run, as ExecuteFlow answered it.</param>
public sealed record FlowResultRequest(RequestHead Head, string RunId) : FlowRequest(Head);

/// <summary>Reads a question for a run, in Connect's form or directly (<c>{tenantId, flowId, runId}</c>).</summary>
internal static class FlowResultRequestReader
{
    public static (FlowResultRequest? Request, Rejection? Rejection) Read(FunctionEvent received)
    {
        var (parameters, rejection) = RequestEvent.Open(received);
        if (parameters is null)
        {
            return (null, rejection);
        }

        var head = RequestHeadReader.Read(parameters);
        var runId = parameters.Required("runId");
        return parameters.Problems.Count == 0
            ? (new FlowResultRequest(head, runId!), null)
            : (null, RequestEvent.Invalid(string.Join("; ", parameters.Problems.Distinct()) + "."));
    }
}
