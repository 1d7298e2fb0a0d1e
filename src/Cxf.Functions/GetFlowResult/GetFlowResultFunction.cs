using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Cxf.Flows;
using Cxf.Flows.Runs;
using Cxf.Functions.Answers;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.GetFlowResult;

/// <summary>The function that returns the answer of a run that took longer than the contact flow waited.</summary>
public sealed class GetFlowResultFunction(FlowResults results, AnswerLog log)
{
    /// <summary>Returns the status of a run.</summary>
    [LambdaFunction]
    public async Task<FunctionResponse> GetFlowResult(FunctionEvent received, ILambdaContext context)
    {
        try
        {
            return await results.FindAsync(received, context.RemainingTime, CancellationToken.None);
        }
        catch (Exception exception)
        {
            log.CouldNotAnswer(FlowResults.Function, received, exception);
            return new FunctionResponse(
                AnswerWriter.Write(FlowAnswer.Failed("", FlowErrorCodes.Internal), ResponseMode.StringMap).Utf8
            );
        }
    }
}
