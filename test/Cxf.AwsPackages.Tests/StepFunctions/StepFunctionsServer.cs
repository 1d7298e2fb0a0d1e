using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>A real HTTP server on loopback that keeps what it is asked and answers as the test says.</summary>
internal sealed class StepFunctionsServer : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public const string Region = "eu-west-1";

    private readonly WebApplication _app;
    private readonly Func<RecordedRequest, int, CancellationToken, Task<StubAnswer>> _answer;

    private StepFunctionsServer(WebApplication app, Func<RecordedRequest, int, CancellationToken, Task<StubAnswer>> answer) =>
        (_app, _answer) = (app, answer);

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static Task<StepFunctionsServer> StartAsync(params StubAnswer[] answers) =>
        StartAsync((_, attempt, _) => Task.FromResult(answers[Math.Min(attempt, answers.Length) - 1]));

    public static async Task<StepFunctionsServer> StartAsync(
        Func<RecordedRequest, int, CancellationToken, Task<StubAnswer>> answer
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new StepFunctionsServer(builder.Build(), answer);
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A client of this server; <paramref name="configure"/> may change anything.</summary>
    public AmazonStepFunctionsClient Client(
        Action<AmazonStepFunctionsConfig>? configure = null,
        AWSCredentials? credentials = null
    )
    {
        var config = new AmazonStepFunctionsConfig
        {
            ServiceURL = $"http://127.0.0.1:{Port}",
            AuthenticationRegion = Region,
            DisableHostPrefixInjection = true,
        };
        configure?.Invoke(config);
        return new AmazonStepFunctionsClient(credentials ?? new BasicAWSCredentials(AccessKey, SecretKey), config);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new RecordedRequest(context.Request.Method, target, headers, body.ToArray());
        Requests.Enqueue(request);
        var canned = await _answer(request, Requests.Count, context.RequestAborted);
        context.Response.StatusCode = canned.Status;
        context.Response.ContentType = canned.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = "11111111-2222-3333-4444-555555555555";
        await context.Response.WriteAsync(canned.Body, context.RequestAborted);
    }
}
