using System.Text.RegularExpressions;
using Cxf.Local.Deployment;
using Cxf.Studio.Documents;

namespace Cxf.Studio;

/// <summary>
/// What the first page needs is compiled while the studio starts, by showing a flow of the samples to nobody. Otherwise the
/// person who opens the first page waits for it.
/// </summary>
internal static partial class FirstPage
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

    /// <summary>Opens the list of flows, and the first flow, as a browser does, and leaves them again.</summary>
    /// <param name="studio">The studio; its address is no longer needed afterwards.</param>
    /// <param name="patience">How long each page is waited for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether both were rendered.</returns>
    public static async Task<bool> LoadAsync(StudioServer studio, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var browser = new HttpClient(handler);
        var page = await browser.GetStringAsync(studio.NewAddress(), cancellationToken);
        foreach (var file in Files().Matches(page).Select(match => match.Groups[1].Value).Append("_blazor/initializers"))
        {
            await browser.GetByteArrayAsync(new Uri(studio.Address, file), cancellationToken);
        }

        using var none = new ByteArrayContent([]);
        await browser.PostAsync(new Uri(studio.Address, "_blazor/negotiate?negotiateVersion=1"), none, cancellationToken);

        var circuit = new FirstCircuit(browser, handler.CookieContainer, patience);
        var isListed = await circuit.RenderAsync(studio.Address, "<h1>Flows</h1>", cancellationToken);
        return studio.Folder.Flows() is [var flow, ..]
            ? isListed
                & await circuit.RenderAsync(
                    new Uri(studio.Address, new FlowSummary(flow).Page),
                    "picture-pane",
                    cancellationToken
                )
            : isListed;
    }

    // Its styles and its script.
    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js))\"")]
    private static partial Regex Files();
}
