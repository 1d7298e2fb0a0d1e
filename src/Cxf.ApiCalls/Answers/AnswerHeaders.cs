using System.Net.Http.Headers;

namespace Cxf.ApiCalls.Answers;

/// <summary>The headers of an answer as a step sees them.</summary>
internal static class AnswerHeaders
{
    /// <summary>All headers by lower-case name, but for cookies: a session is a secret, and no flow can send it back.</summary>
    public static Dictionary<string, string> Read(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(response.Headers.NonValidated, headers);
        Add(response.Content.Headers.NonValidated, headers);
        return headers;
    }

    private static void Add(HttpHeadersNonValidated source, Dictionary<string, string> headers)
    {
        foreach (var (name, values) in source)
        {
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = values.Count == 1 ? values.ToString() : string.Join(", ", values);
            }
        }
    }
}
