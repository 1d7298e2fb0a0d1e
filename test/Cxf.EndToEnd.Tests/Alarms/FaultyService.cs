using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>What is wrong with a service.</summary>
public enum Fault
{
    /// <summary>Nothing: it answers like a CRM with one lead.</summary>
    None,

    /// <summary>The function may not ask it.</summary>
    AccessDenied,

    /// <summary>It is asked too often.</summary>
    Throttled,

    /// <summary>It fails by itself.</summary>
    Unavailable,

    /// <summary>It never answers.</summary>
    Silent,

    /// <summary>It closes the connection.</summary>
    Reset,
}

/// <summary>A service on loopback that does to every request what it is told.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    /// <summary>AWS's id of every request that is refused.</summary>
    public const string RequestId = "5c1d2f0e-7b1a-4f6e-9c55-REFUSED";

    /// <summary>A part of every refusal's message, which may hold anything and must not be logged.</summary>
    public const string Planted = "planted-in-the-message";

    private readonly CancellationTokenSource _ended = new();
    private readonly WebApplication _server;

    private FaultyService(Fault fault)
    {
        Fault = fault;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    public Fault Fault { get; set; }

    public Uri Address => new(_server.Urls.First());

    public static async Task<FaultyService> StartAsync(Fault fault)
    {
        var service = new FaultyService(fault);
        await service._server.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _server.DisposeAsync();
        _ended.Dispose();
    }

    private Task HandleAsync(HttpContext context) =>
        Fault switch
        {
            Fault.None => AnswerAsync(
                context,
                StatusCodes.Status201Created,
                """{"id":"L-1","leads":[{"firstName":"Ada","lastName":"Lovelace"}]}"""
            ),
            Fault.AccessDenied => RefuseAsync(context, StatusCodes.Status400BadRequest, "AccessDeniedException"),
            Fault.Throttled => RefuseAsync(context, StatusCodes.Status400BadRequest, "ThrottlingException"),
            Fault.Unavailable => RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable"),
            Fault.Silent => SilenceAsync(context),
            _ => Reset(context),
        };

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.Headers["x-amzn-RequestId"] = RequestId;
        return AnswerAsync(context, status, $$"""{"__type":"com.amazonaws#{{code}}","message":"User {{Planted}} must not."}""");
    }

    private static Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    private async Task SilenceAsync(HttpContext context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _ended.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
