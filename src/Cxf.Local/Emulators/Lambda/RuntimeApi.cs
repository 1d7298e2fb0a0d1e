using System.Net;
using System.Text;
using System.Threading.Channels;
using Cxf.Local.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// The Lambda Runtime API (version 2018-06-01) for one process, on its own loopback port: the process requests the next event,
/// and posts an answer or an error. It rejects requests that a web page could have caused.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";

    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> _initError = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly FunctionDefinition _function;
    private readonly TimeProvider _timeProvider;
    private readonly WebApplication _server;
    private volatile Invocation? _current;

    private RuntimeApi(FunctionDefinition function, TimeProvider timeProvider)
    {
        (_function, _timeProvider) = (function, timeProvider);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                // An answer of 6 MB is the function's to refuse.
                kestrel.Limits.MaxRequestBodySize = null;
            });
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary>Host and port, for AWS_LAMBDA_RUNTIME_API.</summary>
    public string Endpoint => new Uri(_server.Urls.First()).Authority;

    /// <summary>Completes when the process requests its first event.</summary>
    public Task Initialized => _initialized.Task;

    /// <summary>Done when the process reports that it cannot start; its error document.</summary>
    public Task<ReadOnlyMemory<byte>> InitError => _initError.Task;

    public static async Task<RuntimeApi> StartAsync(
        FunctionDefinition function,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var api = new RuntimeApi(function, timeProvider);
        await api._server.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>Hands an event to the process when it next asks.</summary>
    public void Send(Invocation invocation) => _waiting.Writer.TryWrite(invocation);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        if (LoopbackRequests.Refusal(context.Request) is not null)
        {
            return AnswerAsync(context, StatusCodes.Status403Forbidden);
        }

        var path = context.Request.Path.Value!;
        return (
            context.Request.Method,
            path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..].Split('/') : []
        ) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => EndAsync(context, id, isError: false),
            ("POST", ["invocation", var id, "error"]) => EndAsync(context, id, isError: true),
            ("POST", ["init", "error"]) => FailAsync(context),
            _ => AnswerAsync(context, StatusCodes.Status404NotFound),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        _initialized.TrySetResult();
        var invocation = await _waiting.Reader.ReadAsync(context.RequestAborted);
        _current = invocation;
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = invocation.Payload.Length;
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = (_timeProvider.GetUtcNow() + _function.Timeout)
            .ToUnixTimeMilliseconds()
            .ToString();
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = _function.AliasArn;
        await response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private async Task EndAsync(HttpContext context, string requestId, bool isError)
    {
        var body = await ReadAsync(context);
        if (_current is not { } invocation || invocation.RequestId != requestId)
        {
            await AnswerAsync(
                context,
                StatusCodes.Status400BadRequest,
                """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"""
            );
            return;
        }

        _current = null;
        await AcceptAsync(context);
        invocation.TryEnd(body, isError);
    }

    private async Task FailAsync(HttpContext context)
    {
        var body = await ReadAsync(context);
        await AcceptAsync(context);
        _initError.TrySetResult(body);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    // AWS's runtime client for .NET parses the body and stops the function if it is empty.
    private static Task AcceptAsync(HttpContext context) =>
        AnswerAsync(context, StatusCodes.Status202Accepted, """{"status":"OK"}""");

    private static async Task AnswerAsync(HttpContext context, int status, string json = "")
    {
        var body = Encoding.ASCII.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = body.Length > 0 ? "application/json" : null;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        // The process has its answer before the caller of the function has its own.
        await context.Response.CompleteAsync();
    }
}
