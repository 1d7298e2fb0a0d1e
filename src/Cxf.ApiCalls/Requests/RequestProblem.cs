using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Documents;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// What CallApi refuses in a request, whatever the connection says: so that an answer that a test makes up does not hide it.
/// </summary>
public static class RequestProblem
{
    private static readonly Uri AnyUrl = new("https://api.example.com/");

    /// <summary>Why a request cannot be sent; null if it can.</summary>
    /// <param name="utf8">What CallApi is asked.</param>
    public static string? Of(ReadOnlyMemory<byte> utf8)
    {
        var read = ApiCallRequestReader.Read(utf8);
        if (read.Value is not { } request)
        {
            var problem = read.Diagnostics.First(problem => problem.Severity == DiagnosticSeverity.Error);
            return $"{problem.Pointer} {problem.Message}";
        }

        var connection = new ApiConnection
        {
            Tenant = request.Tenant,
            Id = request.Connection,
            BaseUrl = AnyUrl,
            Methods = new HashSet<string> { request.Method },
        };

        // Only with a content type of its own is it known how the body is written: the connection can have a default.
        var hasType = request.Headers.Any(header => HeaderRules.IsContentType(header.Key));
        var prepared = RequestPreparer.Prepare(connection, hasType ? request : request with { Body = null });
        return prepared.Succeeded ? null : FailureCatalog.SentenceOf(prepared.Failure);
    }
}
