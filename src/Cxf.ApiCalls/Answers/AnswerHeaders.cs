using System.Net.Http.Headers;
using Cxf.ApiCalls.Authentication;

namespace Cxf.ApiCalls.Answers;

/// <summary>The headers of an answer as a step sees them.</summary>
internal static class AnswerHeaders
{
    /// <summary>All headers by lower-case name, but for cookies: a session is a secret, and no flow can send it back.</summary>
    public static Dictionary<string, string> Read(HttpResponseMessage response, EchoMask mask)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(response.Headers.NonValidated, headers, mask);
        Add(response.Content.Headers.NonValidated, headers, mask);
        return headers;
    }

    private static void Add(HttpHeadersNonValidated source, Dictionary<string, string> headers, EchoMask mask)
    {
        foreach (var (name, values) in source)
        {
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = mask.Apply(values.Count == 1 ? values.ToString() : string.Join(", ", values));
            }
        }
    }
}
