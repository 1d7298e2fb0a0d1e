using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Emulators.Ssm;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Emulators.Tables;

/// <summary>
/// DynamoDB's API on a loopback port, for AWS's own clients: <c>POST /</c> with <c>X-Amz-Target</c>, JSON 1.0, over
/// <see cref="InMemoryDynamoDb"/>. It also answers for Parameter Store (<see cref="LocalParameters"/>).
/// </summary>
internal sealed class TablesEndpoint : IAsyncDisposable
{
    private const string TablesTarget = "DynamoDB_20120810.";
    private const string SecretsTarget = "AmazonSSM.";

    // The keys of template.yaml's tables.
    private const string PartitionKey = "pk";
    private const string SortKey = "sk";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly WebApplication _server;

    private TablesEndpoint(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary>The tables, each of which exists as soon as a request names it.</summary>
    public InMemoryDynamoDb Tables { get; } = InMemoryDynamoDb.WithAnyTable(PartitionKey, SortKey);

    /// <summary>The secrets of connections.</summary>
    public LocalParameters Parameters { get; } = new(TimeProvider.System);

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
            if (LoopbackRequests.Refusal(context.Request) is { } refusal)
            {
                await WriteAsync(context, StatusCodes.Status403Forbidden, Error("AccessDeniedException", refusal));
                return;
            }

            var answer = await AnswerAsync(context.Request, context.RequestAborted);
            await WriteAsync(context, StatusCodes.Status200OK, answer);
        }
        catch (DynamoDbException exception)
        {
            var error = Error(exception.Code, exception.Message);
            if (exception.Item is { } item)
            {
                error["Item"] = item.DeepClone();
            }

            await WriteAsync(context, StatusCodes.Status400BadRequest, error);
        }
        catch (ServiceException exception)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Error(exception.Code, exception.Message));
        }
    }

    private async Task<JsonObject> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var target = TargetOf(request);
        if (target.StartsWith(SecretsTarget, StringComparison.Ordinal))
        {
            var parameters = JsonObject.Create(await ReadAsync(request, cancellationToken))!;
            return Parameters.CarryOut(target[SecretsTarget.Length..], parameters);
        }

        return target.StartsWith(TablesTarget, StringComparison.Ordinal)
            ? Tables.Execute(target[TablesTarget.Length..], await ReadAsync(request, cancellationToken))
            : throw new ServiceException(
                "UnknownOperationException",
                $"Expected POST with the header X-Amz-Target: {TablesTarget}<operation>."
            );
    }

    private static string TargetOf(HttpRequest request) => request.Headers["X-Amz-Target"].ToString();

    private static async Task<JsonElement> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        try
        {
            var json = JsonElement.Parse(body.GetBuffer().AsSpan(0, (int)body.Length), Strict);
            return json.ValueKind == JsonValueKind.Object
                ? json
                : throw new ServiceException("SerializationException", "The request is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new ServiceException("SerializationException", "The request is not valid JSON.");
        }
    }

    private static JsonObject Error(string code, string message) => new() { ["__type"] = code, ["message"] = message };

    private static Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = TargetOf(context.Request).StartsWith(SecretsTarget, StringComparison.Ordinal)
            ? "application/x-amz-json-1.1"
            : "application/x-amz-json-1.0";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
