using System.Collections.Concurrent;
using System.Text.Json;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>Hands a machine's calls of functions on, and keeps which function each was.</summary>
internal sealed class RecordingInvoker(ILambdaInvoker functions, ConcurrentQueue<RecordedCall> calls) : ILambdaInvoker
{
    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var request = JsonElement.Parse($$"""{"FunctionName":"{{JsonEncodedText.Encode(functionArn)}}"}""");
        calls.Enqueue(new RecordedCall(FunctionRoles.Machines, "AWSLambda.InvokeFunction", request));
        return functions.InvokeAsync(functionArn, payload, cancellationToken);
    }
}
