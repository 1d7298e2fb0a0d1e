using System.Globalization;
using Cxf.Testing;
using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>
/// From the command to the first page, measured with <c>CXF_LONG=1</c> on a quiet machine: the address in 2 s, and then the first
/// list of flows and the first flow in 300 ms each, from the navigation until it can be seen (medians). That they come at all is
/// what <see cref="InstalledStudioTests"/> see.
/// </summary>
public sealed class StartTests(Browser browser)
{
    private const int Rounds = 9;
    private const string FlowName = "table.flows tbody th a";
    private const string Picture = ".picture[aria-busy=false] svg .node";
    private const string EditorText = ".editor > pre, .monaco-editor .view-line";

    [Fact]
    public async Task The_studio_starts_and_shows_its_first_pages()
    {
        Assert.SkipUnless(LongRun.IsAskedFor, "The times are for a quiet machine: CXF_LONG=1.");
        List<double> started = [],
            listed = [],
            drawn = [],
            written = [];
        for (var round = 0; round < Rounds; round++)
        {
            using var studio = await StudioProcess.StartAsync(
                Path.GetTempPath(),
                ProjectRoot.Path("src", "Cxf.Local", "Samples")
            );
            started.Add(studio.StartTime.TotalMilliseconds);
            var session = await browser.NewSessionAsync();
            await using var page = await session.NewPageAsync();
            page.DefaultTimeout = page.DefaultNavigationTimeout = StudioPage.LongestWait;
            listed.Add((await ShownAsync(page, studio.Address, FlowName))[0]);
            var flow = await ShownAsync(page, new Uri(studio.Address, "/flows/acme/create_lead"), Picture, EditorText);
            drawn.Add(flow[0]);
            written.Add(flow[1]);
            await session.CloseAsync();
            await studio.KillAsync();
        }

        var figures =
            $"The address in {Words(started)}, the list of flows in {Words(listed)}, the picture of a flow in {Words(drawn)}, "
            + $"its text in {Words(written)}.";
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        Assert.True(Median(started) < 2_000 && Median(listed) < 300 && Median(drawn) < 300 && Median(written) < 300, figures);
    }

    // Measured in the page, frame by frame, from the beginning of the navigation: the way to the browser and back is not a
    // person's.
    private static async Task<double[]> ShownAsync(IPage page, Uri address, params string[] selectors)
    {
        await page.EvaluateFunctionOnNewDocumentAsync(
            """
            selectors => {
              self.shown = selectors.map(() => 0);
              const look = () => {
                selectors.forEach((selector, index) => {
                  self.shown[index] ||= document.querySelector(selector)?.getClientRects().length ? performance.now() : 0;
                });
                requestAnimationFrame(look);
              };
              look();
            }
            """,
            [selectors]
        );
        await page.GoToAsync(address.ToString());
        await page.BecomesAsync("() => self.shown.every(Boolean)");
        return await page.EvaluateExpressionAsync<double[]>("self.shown");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Words(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"{Median(times):0} ms");
}
