using System.Text.Json;
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

/// <summary>Turns a function's answer into the result or the error of the task.</summary>
internal static class LambdaAnswer
{
    private const string Unknown = "Lambda.Unknown";

    /// <summary>The answer as a document.</summary>
    /// <exception cref="TaskServiceException">It is not JSON.</exception>
    public static Payload Read(LambdaResult result)
    {
        try
        {
            return Payload.Parse(result.Payload.Span);
        }
        catch (JsonException)
        {
            throw new TaskServiceException(Unknown, "The function's answer is not JSON.");
        }
    }

    /// <summary>
    /// The error of a failed function: its name is the document's errorType, or the name that AWS uses for unknown errors.
    /// </summary>
    public static TaskServiceException Failure(Payload document, string cause) =>
        document.Tree.ValueKind == JsonValueKind.Object
        && document.Tree.TryGetProperty("errorType", out var type)
        && type.ValueKind == JsonValueKind.String
            ? new TaskServiceException(type.GetString()!, cause)
            : new TaskServiceException(
                Unknown,
                $"The cause could not be determined because Lambda did not return an error type. Returned payload: {document}"
            );
}
