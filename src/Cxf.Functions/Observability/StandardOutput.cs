using System.Diagnostics.CodeAnalysis;

namespace Cxf.Functions.Observability;

/// <summary>
/// The unmodified standard output. The runtime client turns console output into log lines, in which CloudWatch finds no metrics.
/// </summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Metrics leave a function on its standard output.")]
    public static Stream Stream { get; } = Console.OpenStandardOutput();
}
