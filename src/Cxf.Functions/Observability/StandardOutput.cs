using System.Diagnostics.CodeAnalysis;

namespace Cxf.Functions.Observability;

/// <summary>Standard output as it is. The runtime client makes what is written to the console log lines, in which CloudWatch finds no metrics.</summary>
internal static class StandardOutput
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Metrics leave a function on its standard output.")]
    public static Stream Stream { get; } = Console.OpenStandardOutput();
}
