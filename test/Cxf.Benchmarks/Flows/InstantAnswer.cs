using Cxf.StatesLanguage.Tasks;

namespace Cxf.Benchmarks.Flows;

/// <summary>CallApi without a call: the lead is created at once, so that only the interpreter is measured.</summary>
internal sealed class InstantAnswer : ILambdaInvoker
{
    private static readonly ReadOnlyMemory<byte> Lead =
        """{"status":201,"headers":{},"body":{"id":"L-1001"},"attempts":1,"durationMs":0}"""u8.ToArray();

    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => new(new LambdaResult(Lead, FunctionError: false, ExecutedVersion: "1"));
}
