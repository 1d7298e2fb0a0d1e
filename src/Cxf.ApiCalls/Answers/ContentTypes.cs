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
