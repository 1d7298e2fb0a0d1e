using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Secrets;
using Cxf.Local.StepFunctions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Tables;

/// <summary>
/// The local tables on a loopback port, for AWS's own clients: <c>POST /</c> with <c>X-Amz-Target</c>, JSON 1.0. It also answers
/// for Parameter Store (<see cref="LocalParameters"/>).
/// </summary>
internal sealed class TablesEndpoint : IAsyncDisposable
{
    private const string TablesTarget = "DynamoDB_20120810.";
    private const string SecretsTarget = "AmazonSSM.";

    private readonly WebApplication _server;

    private TablesEndpoint(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary>What it serves.</summary>
    public LocalTables Tables { get; } = new();

    /// <summary>The secrets of connections.</summary>
    public LocalParameters Parameters { get; } = new();

    /// <summary>Where clients find it; their ServiceURL.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<TablesEndpoint> StartAsync(int port, CancellationToken cancellationToken)
    {
        var endpoint = new TablesEndpoint(port);
        await endpoint._server.StartAsync(cancellationToken);
        return endpoint;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, StatusCodes.Status200OK, await AnswerAsync(context.Request, context.RequestAborted));
        }
        catch (TableException exception)
        {
            var status =
                exception.Error == "AccessDeniedException" ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
            await WriteAsync(context, status, new JsonObject { ["__type"] = exception.Error, ["message"] = exception.Message });
        }
    }

    private async Task<JsonObject> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (LoopbackRequests.Refusal(request) is { } refusal)
        {
            throw new TableException("AccessDeniedException", refusal);
        }

        var target = request.Headers["X-Amz-Target"].ToString();
        if (target.StartsWith(SecretsTarget, StringComparison.Ordinal))
        {
            return Parameters.CarryOut(target[SecretsTarget.Length..], await ReadAsync(request, cancellationToken));
        }

        if (!target.StartsWith(TablesTarget, StringComparison.Ordinal))
        {
            throw new TableException(
                "UnknownOperationException",
                $"Expected POST with the header X-Amz-Target: {TablesTarget}<operation>."
            );
        }

        return Tables.CarryOut(target[TablesTarget.Length..], await ReadAsync(request, cancellationToken));
    }

    private static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject
                ?? throw new TableException("SerializationException", "The request is no JSON object.");
        }
        catch (JsonException)
        {
            throw new TableException("SerializationException", "The request is no JSON.");
        }
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
