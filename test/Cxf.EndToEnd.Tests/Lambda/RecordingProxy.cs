using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// Stands between the functions' processes and a service, hands every call on, and keeps what was asked and by whom.
/// </summary>
internal sealed partial class RecordingProxy : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly WebApplication _server;

    private RecordingProxy()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    /// <summary>Where clients find it.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>The service behind it.</summary>
    public Uri? Target { get; set; }

    /// <summary>The error that every call gets instead of being handed on, by its name at AWS. Default: none.</summary>
    public string? Error { get; set; }

    /// <summary>The calls, in order.</summary>
    public ConcurrentQueue<RecordedCall> Calls { get; } = new();

    public static async Task<RecordingProxy> StartAsync()
    {
        var proxy = new RecordingProxy();
        await proxy._server.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var caller = Credential().Match(context.Request.Headers.Authorization.ToString()).Groups[1].Value;
        Calls.Enqueue(new RecordedCall(caller, target, JsonElement.Parse(body.ToArray())));
        if (Error is not null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync($$"""{"__type":"{{Error}}","message":"Not this time."}""", context.RequestAborted);
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        }

        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (
            var (name, values) in answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Transfer-Encoding" or "Connection"))
        )
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    // The access key is the function's logical id (cxf's local Lambda gives each its own).
    [GeneratedRegex("Credential=([^/]+)/")]
    private static partial Regex Credential();
}
