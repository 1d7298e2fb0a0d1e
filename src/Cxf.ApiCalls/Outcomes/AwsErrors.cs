using System.Collections.Frozen;
using System.Text.Json;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>
/// The errors of AWS's JSON protocols. Several services say with status 400 that a client sends too much, and name the error in a
/// header or in the body (Smithy, "AWS JSON 1.0 protocol", operation error serialization).
/// </summary>
internal static class AwsErrors
{
    public const string Header = "X-Amzn-ErrorType";

    // The codes that AWS's SDKs treat as throttling.
    private static readonly FrozenSet<string> Throttling = FrozenSet.Create(
        StringComparer.Ordinal,
        "BandwidthLimitExceeded",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException"
    );

    /// <summary>Whether the header or the body names an error by which a service asks to send less.</summary>
    public static bool IsThrottling(string? header, JsonElement? body) => IsThrottling(header) || IsThrottling(TypeIn(body));

    // The name of the shape, between the namespace and a URI: aws.service#ThrottlingException:http://…
    private static bool IsThrottling(string? type)
    {
        var name = (type ?? "").AsSpan();
        name = name[(name.IndexOf('#') + 1)..];
        var colon = name.IndexOf(':');
        return Throttling.GetAlternateLookup<ReadOnlySpan<char>>().Contains((colon < 0 ? name : name[..colon]).Trim());
    }

    private static string? TypeIn(JsonElement? body) =>
        body is { ValueKind: JsonValueKind.Object } error
        && error.TryGetProperty("__type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;
}
