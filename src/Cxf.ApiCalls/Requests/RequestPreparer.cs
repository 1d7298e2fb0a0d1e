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

        var method = HttpMethod.Parse(request.Method);
        var path = new LoggedPath(request.Path, request.PathValues is not null);
        var contentType = headers.TakeContentType();
        if (request.Body is not { } element)
        {
            return new PreparedRequest(method, url, path, headers.All, null);
        }

        var body = BodyWriter.Write(element, contentType);
        return body.Succeeded ? new PreparedRequest(method, url, path, headers.All, body.Value) : body.Failure;
    }

    private static HeaderList? MergeHeaders(ApiConnection connection, ApiCallRequest request)
    {
        var headers = new HeaderList(connection.Headers.Count + request.Headers.Count + 3);
        foreach (var (name, value) in connection.Headers)
        {
            headers.Set(name, value);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!HeaderRules.IsName(name) || HeaderRules.IsReserved(name) || !HeaderRules.IsValue(value))
            {
                return null;
            }

            headers.Set(name, value);
        }

        if (connection.IdempotencyHeader is { } idempotencyHeader && request.IdempotencyKey is { } key)
        {
            if (!HeaderRules.IsValue(key))
            {
                return null;
            }

            headers.Set(idempotencyHeader, key);
        }

        headers.SetDefault("Accept", DefaultAccept);
        headers.SetDefault("User-Agent", UserAgent);
        return headers;
    }
}
