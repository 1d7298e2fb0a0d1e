using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Tasks whose resource is a function's ARN: the input is the event, the answer is the result.</summary>
internal sealed class LambdaFunctionHandler(ILambdaInvoker invoker) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var result = await invoker.InvokeAsync(call.Resource.Text, call.Parameters.Utf8, cancellationToken);
        var answer = LambdaAnswer.Read(result);

        // An error's cause is the document's own text, spacing and all (recorded).
        return result.FunctionError ? throw LambdaAnswer.Failure(answer, answer.ToString()) : answer;
    }
}
