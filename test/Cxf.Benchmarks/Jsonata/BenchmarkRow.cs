namespace Cxf.Benchmarks.Jsonata;

/// <summary>One expression that both engines evaluate.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Input">The input as JSON text; both engines get it parsed.</param>
/// <param name="ParseOnly">Only compiling is measured.</param>
/// <param name="WantedRatio">How many times faster than jsonata on Node it has to be.</param>
/// <param name="PeerBytes">What the best other .NET engine allocates for one evaluation.</param>
internal sealed record BenchmarkRow(
    string Name,
    string Expression,
    string Input,
    bool ParseOnly,
    double WantedRatio,
    long PeerBytes
);
