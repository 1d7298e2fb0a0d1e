using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Cxf.Local.SampleCrm;

/// <summary>
/// A small CRM with a real HTTP API on loopback: the third-party platform of the sample flows.
/// POST /leads, GET /leads, GET /leads/{id}; JSON both ways.
/// </summary>
internal sealed class SampleCrmServer : IAsyncDisposable
{
    private readonly WebApplication? application;

    private SampleCrmServer(WebApplication? application, Uri address, LeadBook leads)
    {
        this.application = application;
        Address = address;
        Leads = leads;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The leads it has taken down.</summary>
    public LeadBook Leads { get; }

    /// <summary>Starts the CRM on a free port of the loopback address.</summary>
    public static async Task<SampleCrmServer> StartAsync(SampleCrmOptions options, CancellationToken cancellationToken = default)
    {
        var leads = new LeadBook(options.TimeProvider);
        var api = new LeadsApi(leads, options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(api.HandleAsync);
        await application.StartAsync(cancellationToken);
        var address = new Uri(application.Urls.First());
        if (options.Trouble != CrmTrouble.Refused)
        {
            return new SampleCrmServer(application, address, leads);
        }

        // The port was free a moment ago, and now nobody listens there.
        await application.DisposeAsync();
        return new SampleCrmServer(null, address, leads);
    }

    /// <summary>Stops listening. Requests that still wait are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }
    }
}
