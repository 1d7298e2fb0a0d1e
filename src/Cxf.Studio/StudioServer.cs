using System.Net;
using Cxf.Local.Publishing;
using Cxf.Studio.Access;
using Cxf.Studio.Components;
using Cxf.Studio.Documents;
using Cxf.Studio.Publishing;
using Cxf.Studio.Runs;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cxf.Studio;

/// <summary>What the studio works on.</summary>
/// <param name="Folder">The deployment folder.</param>
internal sealed record StudioOptions(string Folder)
{
    /// <summary>Whether the folder is a copy of the samples. Default: no.</summary>
    public bool IsSample { get; init; }

    /// <summary>The port; 0 for any free one. Default: 0.</summary>
    public int Port { get; init; }

    /// <summary>The deployment whose runs it shows. Default: what <c>cxf start</c> serves on this machine.</summary>
    public StageAddress? Stage { get; init; }

    /// <summary>
    /// The folder of a deployment in files, to which flows are published. Default: they are published to the deployment whose
    /// runs it shows.
    /// </summary>
    public string? PublishFolder { get; init; }

    /// <summary>Recorded histories to show, besides those in the folder. Default: none.</summary>
    public IReadOnlyList<string> Histories { get; init; } = [];

    /// <summary>The clock of drafts and of the phone. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>The studio's web server, on the loopback interface only.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    // A pasted document arrives in one message; a flow is at most 400 KB, the size of an item in DynamoDB.
    private const int LongestMessage = 4 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly StudioAccess _access;

    private StudioServer(WebApplication application, StudioAccess access, FlowFolder folder, Uri address) =>
        (_application, _access, Folder, Address) = (application, access, folder, address);

    /// <summary>What it shows.</summary>
    public FlowFolder Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="options">What it works on.</param>
    /// <param name="print">Prints a line for the person who started it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StudioServer> StartAsync(
        StudioOptions options,
        Action<string> print,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(StudioServer).Assembly.GetName().Name,
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var folder = new FlowFolder(options.Folder, options.IsSample, options.TimeProvider);
        builder
            .Services.AddSingleton(options.TimeProvider)
            .AddSingleton<FlowClipboard>()
            .AddSingleton(folder)
            .AddScoped<BrowserConnection>()
            .AddScoped<CircuitHandler>(services => services.GetRequiredService<BrowserConnection>())
            .AddSingleton(_ => new RunPlaces(options.Stage, options.Histories, folder, options.TimeProvider))
            .AddSingleton(services => new PublishPlace(services.GetRequiredService<RunPlaces>().Stage, options.PublishFolder))
            .AddRazorComponents()
            .AddInteractiveServerComponents();
        // What a page holds is worth nothing after the studio has ended.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = LongestMessage);

        var application = builder.Build();
        var access = new StudioAccess(print);
        application.Use(access.CheckAsync);
        application.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        application.UseAntiforgery();
        application.MapStaticAssets();
        application.MapGet(
            "/schemas/{tenant}/flow.schema.json",
            async (string tenant, CancellationToken aborted) =>
                Results.Text(await folder.SchemaOfAsync(tenant, aborted), "application/json")
        );
        application
            .MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        await application.StartAsync(cancellationToken);
        var address = new Uri(
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        );
        access.Serves(address);
        return new StudioServer(application, access, folder, address);
    }

    /// <summary>An address that lets one browser in, once.</summary>
    public Uri NewAddress() => _access.NewAddress();

    /// <summary>Serves until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
