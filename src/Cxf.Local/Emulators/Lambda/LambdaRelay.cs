using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// Connects Step Functions and Lambda, each of which must exist before the other: the functions' environment contains the port of
/// Step Functions.
/// </summary>
internal sealed class LambdaRelay : ILambdaInvoker
{
    /// <summary>Lambda, once it is there.</summary>
    public ILambdaInvoker? Lambda { get; set; }

    /// <inheritdoc />
    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => Lambda!.InvokeAsync(functionArn, payload, cancellationToken);
}
