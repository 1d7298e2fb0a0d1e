using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The Lambda Runtime API on loopback: a test puts events in and takes answers out.</summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private const string Prefix = "/2018-06-01/runtime/";

    private readonly Channel<(string Event, Action<HttpResponse> Headers)> _events = Channel.CreateUnbounded<(
        string,
        Action<HttpResponse>
    )>();

    private readonly Channel<ReportedAnswer> _answers = Channel.CreateUnbounded<ReportedAnswer>();
    private readonly WebApplication _app;
    private int _invocations;

    private RuntimeApiServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.Limits.MaxRequestBodySize = null;
            });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public string Endpoint => new Uri(_app.Urls.Single()).Authority;

    /// <summary>How answers are answered: 202, or whatever a test wants to see handled.</summary>
    public Func<ReportedAnswer, int> Verdict { get; set; } = _ => StatusCodes.Status202Accepted;

    /// <summary>Without it, events are sent in chunks, as Lambda itself does now and then.</summary>
    public bool WithContentLength { get; set; } = true;

    /// <summary>Ends the connection after each answer.</summary>
    public bool CloseAfterEach { get; set; }

    public static async Task<RuntimeApiServer> StartAsync()
    {
        var server = new RuntimeApiServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Puts an event in the queue; its request id is <c>req-1</c>, <c>req-2</c>, ….</summary>
    public void Send(string json, Action<HttpResponse>? headers = null) =>
        Assert.True(_events.Writer.TryWrite((json, headers ?? (_ => { }))));

    /// <summary>The next thing that the process reported.</summary>
    public async Task<ReportedAnswer> AnswerAsync() =>
        await _answers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(10));

    /// <summary>Puts an event in and waits for its answer.</summary>
    public Task<ReportedAnswer> InvokeAsync(string json, Action<HttpResponse>? headers = null)
    {
        Send(json, headers);
        return AnswerAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        Assert.StartsWith(Prefix, context.Request.Path.Value);
        if (CloseAfterEach)
        {
            context.Response.Headers.Connection = "close";
        }

        return context.Request.Method == "GET" ? NextAsync(context) : ReportAsync(context);
    }

    private async Task NextAsync(HttpContext context)
    {
        var (json, headers) = await _events.Reader.ReadAsync(context.RequestAborted);
        var response = context.Response;
        response.ContentType = "application/json";
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = "req-" + Interlocked.Increment(ref _invocations);
        response.Headers["Lambda-Runtime-Deadline-Ms"] = TimeProvider
            .System.GetUtcNow()
            .AddSeconds(30)
            .ToUnixTimeMilliseconds()
            .ToString();
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:sample:live";
        headers(response);
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        if (WithContentLength)
        {
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
            return;
        }

        foreach (var chunk in bytes.Chunk(1000))
        {
            await response.Body.WriteAsync(chunk);
            await response.Body.FlushAsync();
        }
    }

    private async Task ReportAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var answer = new ReportedAnswer(context.Request.Path.Value![Prefix.Length..], headers, body.ToArray());
        context.Response.StatusCode = Verdict(answer);
        await context.Response.WriteAsync("""{"status":"OK"}""");
        await context.Response.CompleteAsync();
        Assert.True(_answers.Writer.TryWrite(answer));
    }
}
