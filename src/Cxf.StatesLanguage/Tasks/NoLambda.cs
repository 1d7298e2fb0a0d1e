namespace Cxf.StatesLanguage.Tasks;

/// <summary>No functions at all: every call answers as Lambda does for a function that does not exist.</summary>
internal sealed class NoLambda : ILambdaInvoker
{
    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        throw LambdaErrors.FunctionNotFound(functionArn);
}
