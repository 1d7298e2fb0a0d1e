using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cxf.Benchmarks.ApiCalls;

/// <summary>A third party that takes a lead and gives its number, as quickly as Kestrel can.</summary>
internal sealed class LeadServer : IAsyncDisposable
{
    private static readonly byte[] Answer =
        """
        {"id":"L-1","success":true,"errors":[],"record":{"type":"lead","owner":"queue-1","createdAt":"2026-01-31T12:00:00Z",
         "links":{"self":"/leads/L-1"}}}
        """u8.ToArray();

    private readonly WebApplication _app;

    private LeadServer(WebApplication app) => _app = app;

    public Uri Url =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LeadServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            context.Response.StatusCode = 201;
            await context.Response.Body.WriteAsync(Answer);
        });
        await app.StartAsync();
        return new LeadServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
