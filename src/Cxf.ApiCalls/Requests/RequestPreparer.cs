using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Requests;

/// <summary>Checks a request against its connection and builds everything that will be sent but for credentials.</summary>
internal static class RequestPreparer
{
    /// <summary>What is asked for when the request does not say: JSON, or else anything that can be carried as text.</summary>
    private const string DefaultAccept = "application/json, text/*;q=0.8, application/xml;q=0.8, */*;q=0.1";

    public const string UserAgent = "CXF-Serverless/1";

    public static Result<PreparedRequest> Prepare(ApiConnection connection, ApiCallRequest request)
    {
        if (request.Tenant != connection.Tenant || request.Connection != connection.Id)
        {
            return FailureReason.ConnectionMismatch;
        }

        if (!connection.Methods.Contains(request.Method) || !HttpMethods.IsUsable(request.Method))
        {
            return FailureReason.MethodNotAllowed;
        }

        if (TargetUrl.Compose(connection.BaseUrl, request) is not { } url)
        {
            return FailureReason.PathRefused;
        }

        if (MergeHeaders(connection, request) is not { } headers)
        {
            return FailureReason.HeaderRefused;
        }

        headers.Remove("Content-Type", out var contentType);
        if (request.Body is not { } element)
        {
            return new PreparedRequest(HttpMethod.Parse(request.Method), url, TargetUrl.TemplateOf(request), [.. headers], null);
        }

        var body = BodyWriter.Write(element, contentType);
        return body.Succeeded
            ? new PreparedRequest(HttpMethod.Parse(request.Method), url, TargetUrl.TemplateOf(request), [.. headers], body.Value)
            : body.Failure;
    }

    private static Dictionary<string, string>? MergeHeaders(ApiConnection connection, ApiCallRequest request)
    {
        var headers = new Dictionary<string, string>(connection.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Headers)
        {
            if (!HeaderRules.IsName(name) || HeaderRules.IsReserved(name) || !HeaderRules.IsValue(value))
            {
                return null;
            }

            headers[name] = value;
        }

        if (connection.IdempotencyHeader is { } idempotencyHeader && request.IdempotencyKey is { } key)
        {
            if (!HeaderRules.IsValue(key))
            {
                return null;
            }

            headers[idempotencyHeader] = key;
        }

        headers.TryAdd("Accept", DefaultAccept);
        headers.TryAdd("User-Agent", UserAgent);
        return headers;
    }
}
