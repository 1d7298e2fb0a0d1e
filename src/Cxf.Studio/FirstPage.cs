using Cxf.Local.Deployment;
using Cxf.Studio.Documents;

namespace Cxf.Studio;

/// <summary>
/// What the first page needs is compiled while the studio starts, by showing a flow of the samples to nobody. Otherwise the
/// person who opens the first page waits for it.
/// </summary>
internal static class FirstPage
{
    /// <summary>Reads, checks, tests and draws a flow.</summary>
    public static async Task DrawAsync(CancellationToken cancellationToken)
    {
        var samples = new FlowFolder(new LocalDeploymentOptions().ConfigurationFolder, isSample: true, TimeProvider.System);
        await using var flow = await samples.OpenAsync("acme", "create_lead", cancellationToken);
        if (flow is not null)
        {
            FlowView.Empty.Then(flow, FlowView.Test(flow.Document, cancellationToken));
        }
    }

    /// <summary>Asks for the page as a browser does, and for what it loads.</summary>
    /// <param name="studio">The studio; its address is no longer needed afterwards.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task LoadAsync(StudioServer studio, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var browser = new HttpClient(handler);
        await browser.GetStringAsync(studio.NewAddress(), cancellationToken);
        await browser.GetStringAsync(new Uri(studio.Address, "studio.css"), cancellationToken);
        await browser.GetStringAsync(new Uri(studio.Address, "_blazor/initializers"), cancellationToken);
        using var none = new ByteArrayContent([]);
        await browser.PostAsync(new Uri(studio.Address, "_blazor/negotiate?negotiateVersion=1"), none, cancellationToken);
    }
}
