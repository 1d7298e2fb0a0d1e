using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Requests;

/// <summary>Checks a request against its connection and builds everything that will be sent but for credentials.</summary>
internal static class RequestPreparer
{
    /// <summary>The default Accept header: JSON, or else anything that can be returned as text.</summary>
    private const string DefaultAccept = "application/json, text/*;q=0.8, application/xml;q=0.8, */*;q=0.1";

    public const string UserAgent = "CXF-Serverless/1";

    /// <summary>
    /// Carries the idempotency key, which begins with the run's name and so with the contact's id, to every third party: one id
    /// finds a call in our logs and in theirs. A header of this name that the connection or the request sets is left as it is.
    /// </summary>
    public const string CorrelationHeader = "X-Correlation-Id";

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
        var content = PrepareContent(request.Body, headers.TakeContent());
        return content.Succeeded
            ? new PreparedRequest(method, url, path, headers.All, content.Value, request.IdempotencyKey)
            {
                IgnoresBody = request.IgnoreBody,
            }
            : content.Failure;
    }

    private static Result<PreparedBody?> PrepareContent(JsonElement? body, List<KeyValuePair<string, string>> headers)
    {
        if (body is not { } element)
        {
            return headers.Count > 0 ? new PreparedBody(ReadOnlyMemory<byte>.Empty, headers) : (PreparedBody?)null;
        }

        var contentType = headers.Find(header => HeaderRules.IsContentType(header.Key)).Value;
        var written = BodyWriter.Write(element, contentType);
        return written.Succeeded
            ? written.Value with
            {
                Headers = contentType is null ? [.. written.Value.Headers, .. headers] : headers,
            }
            : written.Failure;
    }

    private static HeaderList? MergeHeaders(ApiConnection connection, ApiCallRequest request)
    {
        var headers = new HeaderList(connection.Headers.Count + request.Headers.Count + 4);
        foreach (var (name, value) in connection.Headers)
        {
            // A default describes the content of the requests that have one.
            if (request.Body is not null || !HeaderRules.IsOfContent(name))
            {
                headers.Set(name, value);
            }
        }

        foreach (var (name, _) in request.Headers)
        {
            headers.Remove(name);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (
                (HeaderRules.ProblemOfName(name) ?? HeaderRules.ProblemOfValue(name, value)) is not null
                || (connection.Auth is AwsSignatureAuth && HeaderRules.ProblemOfSignedName(name) is not null)
                || (HeaderRules.IsContentType(name) && headers.Has(name))
            )
            {
                return null;
            }

            headers.Add(name, value);
        }

        if (request.IdempotencyKey is { } key)
        {
            if (!HeaderRules.IsValue(key))
            {
                return null;
            }

            if (connection.IdempotencyHeader is { } idempotencyHeader)
            {
                headers.Set(idempotencyHeader, key);
            }

            headers.SetDefault(CorrelationHeader, key);
        }

        headers.SetDefault("Accept", DefaultAccept);
        headers.SetDefault("User-Agent", UserAgent);
        return headers;
    }
}
