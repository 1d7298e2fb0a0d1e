using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cxf.EndToEnd.Tests.Faults;

/// <summary>
/// A real server on loopback between a function's AWS client and a local service, which lets calls go wrong as planned.
/// </summary>
internal sealed class FaultyEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _service;
    private readonly FaultPlan _plan;
    private readonly string _throttling;
    private readonly Func<Task> _settled;

    private FaultyEndpoint(Uri service, FaultPlan plan, string throttling, Func<Task> settled)
    {
        (_plan, _throttling, _settled) = (plan, throttling, settled);
        _service = new HttpClient { BaseAddress = service, Timeout = Timeout.InfiniteTimeSpan };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(PassAsync);
    }

    public string Address => _server.Urls.First();

    /// <summary>Starts listening.</summary>
    /// <param name="service">The service that is asked.</param>
    /// <param name="plan">What goes wrong.</param>
    /// <param name="throttling">How the service calls a request that is over its quota.</param>
    /// <param name="settled">Waits until whatever the call has set going has come to its end, so that time can pass.</param>
    public static async Task<FaultyEndpoint> StartAsync(Uri service, FaultPlan plan, string throttling, Func<Task> settled)
    {
        var endpoint = new FaultyEndpoint(service, plan, throttling, settled);
        await endpoint._server.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _service.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        try
        {
            switch (_plan.Next(NameOf(target, body)))
            {
                case null:
                    await AnswerAsync(context, await CarryOutAsync(context, target, body.ToArray()));
                    break;
                case Fault.AnsweredLate:
                    var late = await CarryOutAsync(context, target, body.ToArray());
                    await _plan.HoldAsync(FaultPlan.Late, context.RequestAborted);
                    await AnswerAsync(context, late);
                    break;
                case Fault.AnswerLost:
                    await CarryOutAsync(context, target, body.ToArray());
                    await _plan.HoldAsync(Timeout.InfiniteTimeSpan, context.RequestAborted);
                    break;
                case Fault.RequestLost:
                    await _plan.HoldAsync(Timeout.InfiniteTimeSpan, context.RequestAborted);
                    break;
                case Fault.Throttled:
                    await RefuseAsync(context, 400, _throttling);
                    break;
                case Fault.Unavailable:
                    await RefuseAsync(context, 503, "ServiceUnavailable");
                    break;
                case Fault.FailedAfterwards:
                    await CarryOutAsync(context, target, body.ToArray());
                    await RefuseAsync(context, 500, "InternalServerError");
                    break;
                case Fault.ResetBefore:
                    Reset(context);
                    break;
                case Fault.ResetAfter:
                    await CarryOutAsync(context, target, body.ToArray());
                    Reset(context);
                    break;
                case Fault.CutShort:
                    var (status, whole) = await CarryOutAsync(context, target, body.ToArray());
                    await AnswerAsync(context, (status, whole[..(whole.Length / 2)]));
                    break;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
    }

    private static string NameOf(string target, MemoryStream body)
    {
        var operation = target.Split('.')[^1];
        var request = JsonElement.Parse(body.ToArray());
        return request.TryGetProperty("TableName", out var table) ? $"{operation} {table.GetString()}" : operation;
    }

    private async Task<(int Status, byte[] Body)> CarryOutAsync(HttpContext context, string target, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var response = await _service.SendAsync(request);
        var answer = ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        await _settled();
        return answer;
    }

    private static async Task AnswerAsync(HttpContext context, (int Status, byte[] Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string code) =>
        AnswerAsync(context, (status, System.Text.Encoding.UTF8.GetBytes($$"""{"__type":"{{code}}","message":"Not now."}""")));

    private static void Reset(HttpContext context)
    {
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.LingerState = new(true, 0);
        context.Abort();
    }
}
