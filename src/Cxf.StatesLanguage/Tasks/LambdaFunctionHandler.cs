using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Tasks whose resource is a function's ARN: the input is the event, the answer is the result.</summary>
internal sealed class LambdaFunctionHandler(ILambdaInvoker invoker) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var result = await invoker.InvokeAsync(call.Resource.Text, call.Parameters.Utf8, cancellationToken);
        if (result.FunctionError)
        {
            // The document's own text, spacing and all (recorded).
            throw LambdaErrors.Of(result, Payload.Parse(result.Payload.Span).ToString());
        }

        try
        {
            return Payload.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            throw new TaskServiceException("Lambda.Unknown", "The function's answer is not JSON.");
        }
    }
}
