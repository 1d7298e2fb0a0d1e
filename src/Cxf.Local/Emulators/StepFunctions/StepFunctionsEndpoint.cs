using System.Net;
using System.Text;
using System.Text.Json;
using Cxf.Local.Emulators.Logs;
using Cxf.Local.Stores;
using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Emulators.StepFunctions;

/// <summary>
/// The local Step Functions service on a loopback port, for AWS's own clients: <c>POST /</c> with <c>X-Amz-Target</c>, JSON 1.0.
/// It also answers for CloudWatch Logs (<see cref="LocalLogs"/>), where EXPRESS machines have their history. Only programs of
/// this machine reach it: it listens on 127.0.0.1 and refuses requests that a web page could have caused.
/// </summary>
internal sealed class StepFunctionsEndpoint : IAsyncDisposable
{
    private const string TargetPrefix = "AWSStepFunctions.";
    private const string ContentType = "application/x-amz-json-1.0";

    private readonly WebApplication _server;
    private readonly StepFunctionsProtocol _protocol;
    private readonly LocalLogs _logs;

    private StepFunctionsEndpoint(WebApplication server, StepFunctionsService service, FunctionLogs functions)
    {
        _server = server;
        _protocol = new StepFunctionsProtocol(service);
        _logs = new LocalLogs(service, functions);
    }

    /// <summary>Where clients find it; their ServiceURL.</summary>
    public Uri Uri => new(_server.Urls.Single());

    /// <summary>Starts listening.</summary>
    /// <param name="service">The service to offer; it stays the caller's.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="functions">The logs of the functions. Default: none.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<StepFunctionsEndpoint> StartAsync(
        StepFunctionsService service,
        int port = 0,
        FunctionLogs? functions = null,
        CancellationToken cancellationToken = default
    )
    {
        // Empty: the other builders watch every folder below the current one for changes of settings that are not used.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var server = builder.Build();
        var endpoint = new StepFunctionsEndpoint(server, service, functions ?? new FunctionLogs(TimeProvider.System));
        server.Run(endpoint.AnswerAsync);
        await server.StartAsync(cancellationToken);
        return endpoint;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context.Request, context.RequestAborted);
        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = answer.Body.Length;
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        if (answer.ErrorCode is not null)
        {
            context.Response.Headers["x-amzn-ErrorType"] = answer.ErrorCode;
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private async ValueTask<ProtocolAnswer> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (LoopbackRequests.Refusal(request) is { } refusal)
        {
            return StepFunctionsProtocol.Error("AccessDeniedException", refusal) with
            {
                StatusCode = StatusCodes.Status403Forbidden,
            };
        }

        var target = request.Headers["X-Amz-Target"].ToString();
        if (HttpMethods.IsPost(request.Method) && target.StartsWith(LocalLogs.Target, StringComparison.Ordinal))
        {
            return await AnswerLogsAsync(target[LocalLogs.Target.Length..], request, cancellationToken);
        }

        if (!HttpMethods.IsPost(request.Method) || !target.StartsWith(TargetPrefix, StringComparison.Ordinal))
        {
            return StepFunctionsProtocol.Error(
                "UnknownOperationException",
                $"Expected POST with the header X-Amz-Target: {TargetPrefix}<operation>."
            );
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return await _protocol.InvokeAsync(
            target[TargetPrefix.Length..],
            body.GetBuffer().AsMemory(0, (int)body.Length),
            cancellationToken
        );
    }

    private async ValueTask<ProtocolAnswer> AnswerLogsAsync(
        string operation,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            return new ProtocolAnswer(
                StatusCodes.Status200OK,
                Encoding.UTF8.GetBytes(_logs.CarryOut(operation, body.RootElement).ToJsonString(JsonFiles.Compact)),
                null
            );
        }
        catch (ServiceException refusal)
        {
            return StepFunctionsProtocol.Error(refusal.Code, refusal.Message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return StepFunctionsProtocol.Error("SerializationException", "The request is not a valid JSON object.");
        }
    }
}
