using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Cxf.Local.SampleCrm;

/// <summary>
/// A small CRM with a real HTTP API on loopback: the third party of the sample flows. POST /leads (201, or 200 with the lead that
/// the same Idempotency-Key created before), GET /leads, GET /leads/{id}; JSON in both directions. GET /leads?phone=... returns
/// the leads with that phone, and the same works for every other field; count is the number of leads, and the first 100 are
/// listed. /difficult/{kind} returns faulty answers (<see cref="DifficultAnswers"/>).
/// </summary>
internal sealed class SampleCrmServer : IAsyncDisposable
{
    private readonly WebApplication? _application;

    /// <summary>A port that is bound but never listens: connections are refused, and no other process can use it.</summary>
    private readonly Socket? _silentPort;

    private SampleCrmServer(WebApplication application, LeadBook leads)
    {
        _application = application;
        Address = new Uri(application.Urls.First());
        Leads = leads;
    }

    private SampleCrmServer(LeadBook leads)
    {
        _silentPort = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _silentPort.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://{_silentPort.LocalEndPoint}/");
        Leads = leads;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The leads that it created.</summary>
    public LeadBook Leads { get; }

    /// <summary>Starts the CRM on a free port of the loopback address.</summary>
    public static async Task<SampleCrmServer> StartAsync(SampleCrmOptions options, CancellationToken cancellationToken = default)
    {
        var leads = new LeadBook(options.TimeProvider);
        if (options.Trouble == CrmTrouble.Refused)
        {
            return new SampleCrmServer(leads);
        }

        var api = new LeadsApi(leads, options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(api.HandleAsync);
        await application.StartAsync(cancellationToken);
        return new SampleCrmServer(application, leads);
    }

    /// <summary>Stops listening. Requests that still wait are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        _silentPort?.Dispose();
        if (_application is not null)
        {
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await _application.StopAsync(now.Token);
            await _application.DisposeAsync();
        }
    }
}
