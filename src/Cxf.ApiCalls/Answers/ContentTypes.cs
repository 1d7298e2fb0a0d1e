using System.Net.Http.Headers;

namespace Cxf.ApiCalls.Answers;

/// <summary>Reads the Content-Type header. Almost all answers have one of two values, which are not parsed each time.</summary>
internal static class ContentTypes
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static MediaTypeHeaderValue? Of(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Type", out var values))
        {
            return null;
        }

        var text = values.ToString();
        return
            text.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || text.Equals("application/json; charset=utf-8", StringComparison.OrdinalIgnoreCase)
            ? Json
            : headers.ContentType;
    }
}

/// <summary>Sorts media types into the three shapes in which bodies are carried.</summary>
internal static class MediaTypes
{
    /// <summary>
    /// JSON, also as a suffix (<c>application/problem+json</c>, RFC 6839), under its old name, and as AWS's protocols name it.
    /// </summary>
    public static bool IsJson(string? mediaType) =>
        mediaType is not null
        && (
            Is(mediaType, "application/json")
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || Is(mediaType, "text/json")
            || IsAwsJson(mediaType)
        );

    /// <summary>
    /// The JSON of AWS's own protocols, whose bodies are always objects (Smithy, "AWS JSON 1.0 protocol" and "1.1").
    /// </summary>
    public static bool IsAwsJson(string? mediaType) =>
        mediaType is not null && (Is(mediaType, "application/x-amz-json-1.0") || Is(mediaType, "application/x-amz-json-1.1"));

    /// <summary>XML, also as a suffix (RFC 7303).</summary>
    public static bool IsXml(string mediaType) =>
        Is(mediaType, "application/xml")
        || Is(mediaType, "text/xml")
        || mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Anything a person can read.</summary>
    public static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || IsXml(mediaType)
        || Is(mediaType, "application/x-www-form-urlencoded")
        || Is(mediaType, "application/yaml")
        || Is(mediaType, "application/x-ndjson")
        || Is(mediaType, "application/jwt");

    private static bool Is(string mediaType, string name) => string.Equals(mediaType, name, StringComparison.OrdinalIgnoreCase);
}
