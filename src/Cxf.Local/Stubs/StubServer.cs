using System.Collections.Concurrent;
using System.Net;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks.Descriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cxf.Local.Stubs;

/// <summary>
/// The third parties of a folder on loopback, made of the descriptions of its connections: <c>/tenant/connection</c> is the base
/// URL of each. It compares each request with the description, and answers as the description allows, or with a fault.
/// </summary>
internal sealed class StubServer : IAsyncDisposable
{
    /// <summary>Where all access tokens come from.</summary>
    public const string TokenPath = "token";

    private readonly WebApplication _application;
    private readonly StubOptions _options;
    private readonly StubFaults _faults;
    private readonly StubAnswers _answers;
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    private StubServer(WebApplication application, StubOptions options)
    {
        _application = application;
        _options = options;
        _faults = new StubFaults(options.Faults);
        _answers = new StubAnswers(options.Seed);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri Address => new(_application.Urls.First());

    /// <summary>The requests so far, in the order in which they came.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>The faults that no request had.</summary>
    public IReadOnlyList<StubFault> UnusedFaults => _faults.Unused;

    /// <summary>Starts the stub on a free port of the loopback address.</summary>
    public static async Task<StubServer> StartAsync(StubOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new StubServer(application, options);
        application.Run(server.HandleAsync);
        await application.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Stops listening. Requests that still wait are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        // A path that was decoded does not show any more where its parts end.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var parts = target.Split('/', 4);
        var api = _options.Apis.FirstOrDefault(one =>
            parts.Length > 2 && parts[1] == one.Tenant.Value && parts[2] == one.Connection.Value
        );
        if (api is null)
        {
            await (
                parts is ["", TokenPath]
                    ? StubReply.TokenAsync(context)
                    : StubReply.ProblemAsync(context, StatusCodes.Status404NotFound, "This is not a connection of the folder.")
            );
            return;
        }

        var path = parts.Length > 3 ? "/" + parts[3] : "";
        if (api.Description is not { } description)
        {
            Record(api, context, path, null, StatusCodes.Status501NotImplemented, null, [api.NotDescribed]);
            await StubReply.ProblemAsync(context, StatusCodes.Status501NotImplemented, api.NotDescribed.Message);
            return;
        }

        var sent = SentRequest.Check(
            description,
            context.Request.Method,
            path,
            [
                .. context
                    .Request.Query.SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? "")))
                    .Where(one => !api.OwnNames.Contains(one.Key)),
            ],
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            await ReadBodyAsync(context)
        );
        await AnswerAsync(context, api, description, sent, path);
    }

    private async Task AnswerAsync(HttpContext context, StubApi api, ApiDescription description, SentRequest sent, string path)
    {
        var fault = _faults.Next(api.Connection.Value, description, sent.Operation);
        var refusal = sent.Problems.FirstOrDefault(problem => problem.Kind != SentProblemKind.Undocumented);
        if (fault is not null)
        {
            int? status = fault.Kind == StubFaultKind.Status ? fault.Status : null;
            Record(api, context, path, sent.Operation, status, fault, sent.Problems);
            await StubReply.FaultAsync(context, fault);
        }
        else if (refusal is not null)
        {
            var status = StatusOf(refusal.Kind);
            Record(api, context, path, sent.Operation, status, null, sent.Problems);
            await StubReply.ProblemAsync(context, status, refusal.Message);
        }
        else
        {
            var answer = _answers.Next($"{api.Tenant}/{api.Connection}", sent.Operation!);
            Record(api, context, path, sent.Operation, answer.Status, null, sent.Problems);
            await StubReply.ExampleAsync(context, answer);
        }
    }

    private static int StatusOf(SentProblemKind kind) =>
        kind switch
        {
            SentProblemKind.Path => StatusCodes.Status404NotFound,
            SentProblemKind.Method => StatusCodes.Status405MethodNotAllowed,
            _ => StatusCodes.Status400BadRequest,
        };

    private void Record(
        StubApi api,
        HttpContext context,
        string path,
        ApiOperation? operation,
        int? answer,
        StubFault? fault,
        IReadOnlyList<SentProblem> problems
    ) =>
        _requests.Enqueue(
            new StubRequest(
                $"{api.Tenant}/{api.Connection}",
                context.Request.Method,
                operation?.Path ?? path,
                operation?.Id,
                answer,
                fault,
                problems
            )
        );

    private static async Task<SentBody> ReadBodyAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return SentBody.Read(context.Request.ContentType, bytes.ToArray());
    }
}
