using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>The function that a contact flow invokes (CX Fabric calls it the Execute Flow API).</summary>
public sealed class ExecuteFlowFunction(FlowExecutor executor, AnswerLog log)
{
    /// <summary>Runs a flow for a contact and answers with a flat map of texts.</summary>
    [LambdaFunction]
    public async Task<FunctionResponse> ExecuteFlow(FunctionEvent received, ILambdaContext context)
    {
        try
        {
            return await executor.ExecuteAsync(received, context.RemainingTime, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Thrown errors make Connect run the step again; an answer lets the contact flow branch.
            log.CouldNotAnswer(FlowExecutor.Function, received, exception);
            return new FunctionResponse(
                AnswerWriter.Write(FlowAnswer.Failed("", FlowErrorCodes.Internal), ResponseMode.StringMap).Utf8
            );
        }
    }
}
