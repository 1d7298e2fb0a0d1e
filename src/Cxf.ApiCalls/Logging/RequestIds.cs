using System.Net.Http.Headers;

namespace Cxf.ApiCalls.Logging;

/// <summary>Finds the id by which a third party knows a request.</summary>
internal static class RequestIds
{
    /// <summary>Longer values are not ids.</summary>
    private const int MaxLength = 128;

    /// <summary>The correlation id last: often it is the one that we sent.</summary>
    private static readonly string[] Names =
    [
        "x-request-id",
        "request-id",
        "x-amzn-requestid",
        "x-ms-request-id",
        "cf-ray",
        "traceparent",
        "x-correlation-id",
    ];

    public static string? Find(HttpResponseHeaders headers)
    {
        foreach (var name in Names)
        {
            if (
                headers.NonValidated.TryGetValues(name, out var values)
                && values.ToString() is { Length: > 0 and <= MaxLength } id
                && id.All(IsIdCharacter)
            )
            {
                return id;
            }
        }

        return null;
    }

    private static bool IsIdCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '=' or '+';
}
