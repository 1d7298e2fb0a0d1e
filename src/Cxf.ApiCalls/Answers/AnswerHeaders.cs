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

    /// <summary>Whether a step sees the header.</summary>
    public static bool IsShown(string name) => !name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase);

    /// <summary>The values of a header that comes more than once, as one value (RFC 9110 section 5.3).</summary>
    public static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private static void Add(HttpHeadersNonValidated source, Dictionary<string, string> headers, EchoMask mask)
    {
        foreach (var (name, values) in source)
        {
            if (IsShown(name))
            {
                headers[name.ToLowerInvariant()] = mask.Apply(values.Count == 1 ? values.ToString() : Join(values));
            }
        }
    }
}
