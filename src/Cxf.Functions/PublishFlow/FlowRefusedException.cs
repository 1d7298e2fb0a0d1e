using Cxf.Documents;

namespace Cxf.Functions.PublishFlow;

/// <summary>A flow's document cannot be used; the answer is a refusal with its diagnostics.</summary>
internal sealed class FlowRefusedException(string message, IReadOnlyList<Diagnostic> diagnostics) : Exception(message)
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
