using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>A third-party platform: a real Kestrel on a free loopback port that answers as the test says.</summary>
internal sealed class PlatformServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private PlatformServer(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = new("http://invalid.invalid");

    /// <summary>Every request so far, in the order in which they were answered.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>A third party over plain HTTP/1.1.</summary>
    public static Task<PlatformServer> StartAsync(RequestDelegate answer, bool remembers = true) =>
        StartAsync(answer, null, ClientCertificateMode.NoCertificate, remembers);

    /// <summary>A third party that answers JSON and remembers what it was asked.</summary>
    public static Task<PlatformServer> StartAnsweringAsync(string json = "{}", int status = 200) =>
        StartAsync(Answer(json, status));

    /// <summary>A third party over TLS, with HTTP/2 where both sides can.</summary>
    public static Task<PlatformServer> StartTlsAsync(
        RequestDelegate answer,
        X509Certificate2 certificate,
        bool asksForClientCertificate = false
    ) =>
        StartAsync(
            answer,
            certificate,
            asksForClientCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
            remembers: true
        );

    public static RequestDelegate Answer(string json, int status = 200) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(json);
        };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private static async Task<PlatformServer> StartAsync(
        RequestDelegate answer,
        X509Certificate2? certificate,
        ClientCertificateMode mode,
        bool remembers
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    listen =>
                    {
                        listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                        if (certificate is not null)
                        {
                            listen.UseHttps(
                                certificate,
                                https =>
                                {
                                    https.ClientCertificateMode = mode;
                                    https.AllowAnyClientCertificate();
                                }
                            );
                        }
                    }
                )
            );
        var app = builder.Build();
        var server = new PlatformServer(app);
        app.Run(
            !remembers
                ? answer
                : async context =>
                {
                    context.Request.EnableBuffering();
                    server._seen.Enqueue(await SeenRequest.ReadAsync(context));
                    context.Request.Body.Position = 0;
                    await answer(context);
                }
        );
        await app.StartAsync(Given.Cancellation);
        var port = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        ).Port;
        server.Url = new Uri(certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}");
        return server;
    }
}
