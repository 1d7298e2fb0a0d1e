using System.Globalization;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The stream of a customer's audio: <c>$.MediaStreams.Customer.Audio</c>. The times are milliseconds since 1970.
/// </summary>
/// <param name="Arn">The Kinesis video stream.</param>
/// <param name="Started">When it started.</param>
/// <param name="Stopped">When it stopped; null while it runs.</param>
internal sealed record MediaStream(string Arn, DateTimeOffset Started, DateTimeOffset? Stopped = null)
{
    // The first fragment of a stream that only this contact uses.
    private const string FirstFragment = "1";

    /// <summary>The names that a stream has values for, in the order of the Lambda event.</summary>
    public static IReadOnlyList<string> Names { get; } = ["StreamARN", "StartTimestamp", "StopTimestamp", "StartFragmentNumber"];

    public string? Find(string name) =>
        name switch
        {
            "StreamARN" => Arn,
            "StartTimestamp" => Text(Started),
            "StopTimestamp" => Stopped is { } stopped ? Text(stopped) : null,
            "StartFragmentNumber" => FirstFragment,
            _ => null,
        };

    private static string Text(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
