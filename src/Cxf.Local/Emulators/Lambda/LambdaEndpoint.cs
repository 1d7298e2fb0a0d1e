using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Local.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// Lambda's Invoke API on a loopback port, for any AWS SDK: <c>POST /2015-03-31/functions/{name}/invocations</c> with invocation
/// type RequestResponse, Event or DryRun; with log type Tail the answer brings the end of the invocation's log. Also GetAlias. It
/// refuses requests that a web page could have caused.
/// </summary>
internal sealed class LambdaEndpoint : IAsyncDisposable
{
    // Lambda API reference, "Invoke": 6 MB for synchronous invocations.
    private const int MaxPayload = 6 * 1024 * 1024;

    private const int MaxDepth = 1000;

    private const string LatestVersion = "$LATEST";

    private readonly WebApplication _server;

    private LambdaEndpoint(LambdaService? lambda, int port)
    {
        Lambda = lambda;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, port);
                // Kestrel's own refusal has no error name.
                kestrel.Limits.MaxRequestBodySize = null;
            });
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary>
    /// The service that it offers. Null until there is one: the functions' environment names this endpoint, so it must be there
    /// first.
    /// </summary>
    public LambdaService? Lambda { get; set; }

    /// <summary>Where clients find it; their ServiceURL.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>Starts listening.</summary>
    /// <param name="lambda">The service to offer; it stays the caller's. Null when it comes later.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<LambdaEndpoint> StartAsync(LambdaService? lambda, int port, CancellationToken cancellationToken)
    {
        var endpoint = new LambdaEndpoint(lambda, port);
        await endpoint._server.StartAsync(cancellationToken);
        return endpoint;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        if (LoopbackRequests.Refusal(context.Request) is { } refusal)
        {
            return FailAsync(context, StatusCodes.Status403Forbidden, "AccessDeniedException", refusal);
        }

        return context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["2015-03-31", "functions", var name, "invocations"] when HttpMethods.IsPost(context.Request.Method) => InvokeAsync(
                context,
                Uri.UnescapeDataString(name)
            ),
            ["2015-03-31", "functions", var name, "aliases", var alias] when HttpMethods.IsGet(context.Request.Method) =>
                GetAliasAsync(context, Uri.UnescapeDataString(name), alias),
            _ => FailAsync(
                context,
                StatusCodes.Status404NotFound,
                "UnknownOperationException",
                "Only Invoke and GetAlias are supported."
            ),
        };
    }

    private Task GetAliasAsync(HttpContext context, string name, string alias)
    {
        if (Lambda?.Find(name) is not { } function || !function.AliasArn.EndsWith($":{alias}", StringComparison.Ordinal))
        {
            return FailAsync(
                context,
                StatusCodes.Status404NotFound,
                "ResourceNotFoundException",
                $"Cannot find alias arn: {name}:{alias}"
            );
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            new JsonObject
            {
                ["AliasArn"] = function.AliasArn,
                ["Name"] = alias,
                ["FunctionVersion"] = LatestVersion,
                ["Description"] = "",
            }.ToJsonString(),
            context.RequestAborted
        );
    }

    private async Task InvokeAsync(HttpContext context, string name)
    {
        var qualifier = context.Request.Query["Qualifier"].ToString();
        if (
            Lambda is not { } lambda
            || lambda.Find(name) is not { } function
            || (qualifier.Length > 0 && !function.HasQualifier(qualifier))
        )
        {
            var called = qualifier.Length == 0 ? name : $"{name}:{qualifier}";
            await FailAsync(context, StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {called}");
            return;
        }

        var type = context.Request.Headers["X-Amz-Invocation-Type"].ToString();
        using var body = await ReadAsync(context);
        if (Refusal(function, name, qualifier, type, body) is var (status, error, message))
        {
            await FailAsync(context, status, error, message);
            return;
        }

        // Lambda hands an absent payload on as an empty object.
        ReadOnlyMemory<byte> payload = body.Length == 0 ? "{}"u8.ToArray() : body.ToArray();
        switch (type)
        {
            case "DryRun":
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "Event":
                // The caller does not wait; the log contains the answer or the error.
                _ = lambda.InvokeAsync(function, payload, CancellationToken.None);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            default:
                await AnswerAsync(context, await lambda.InvokeAsync(function, payload, context.RequestAborted));
                break;
        }
    }

    /// <summary>Why Lambda would not invoke a function that exists: status, error and message; null if it would.</summary>
    private static (int Status, string Error, string Message)? Refusal(
        FunctionDefinition function,
        string name,
        string qualifier,
        string type,
        MemoryStream body
    )
    {
        if (function.QualifierOf(name) is { } derived && qualifier.Length > 0 && qualifier != derived)
        {
            return (
                StatusCodes.Status400BadRequest,
                "InvalidParameterValueException",
                "The derived qualifier from the function name does not match the specified qualifier."
            );
        }

        if (type is not ("" or "Event" or "DryRun" or "RequestResponse"))
        {
            return (
                StatusCodes.Status400BadRequest,
                "ValidationException",
                $"1 validation error detected: Value '{type}' at 'invocationType' failed to satisfy constraint: Member must "
                    + "satisfy enum value set: [Event, DryRun, RequestResponse]"
            );
        }

        if (body.Length > MaxPayload)
        {
            // The API reference calls it RequestTooLargeException; this is what Lambda sends.
            return (
                StatusCodes.Status413PayloadTooLarge,
                "RequestEntityTooLargeException",
                $"Request must be smaller than {MaxPayload} bytes for the InvokeFunction operation"
            );
        }

        return SyntaxError(body) is { } error
            ? (
                StatusCodes.Status400BadRequest,
                "InvalidRequestContentException",
                $"Could not parse request body into json: {error}"
            )
            : null;
    }

    /// <summary>Reads the whole body, but keeps only enough of it to see that it is too large.</summary>
    private static async Task<MemoryStream> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await body.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, MaxPayload + 1 - body.Length)), context.RequestAborted);
        }

        return body;
    }

    /// <summary>Why a payload is not JSON, or null if it is or is absent.</summary>
    private static string? SyntaxError(MemoryStream body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        var payload = body.GetBuffer().AsSpan(0, (int)body.Length);
        var json = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (json.Read()) { }

            return null;
        }
        catch (JsonException exception)
        {
            // The reader's own message is about its options.
            var (line, column) = JsonPosition.Of(exception, payload);
            return $"unexpected text in line {line}, column {column}";
        }
    }

    private static async Task AnswerAsync(HttpContext context, InvocationResult result)
    {
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        response.Headers["x-amzn-RequestId"] = result.RequestId;
        response.Headers["X-Amz-Executed-Version"] = LatestVersion;
        if (result.IsError)
        {
            response.Headers["X-Amz-Function-Error"] = "Unhandled";
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail" && result.Log is { } log)
        {
            response.Headers["X-Amz-Log-Result"] = await log.ReadAsync(context.RequestAborted);
        }

        await response.Body.WriteAsync(result.Payload, context.RequestAborted);
    }

    private static async Task FailAsync(HttpContext context, int status, string error, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-ErrorType"] = error;
        // The service model spells the member differently for this one error.
        var member = error == "ResourceNotFoundException" ? "Message" : "message";
        var body = Encoding.UTF8.GetBytes($$"""{"Type":"User","{{member}}":"{{JsonEncodedText.Encode(message)}}"}""");
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
