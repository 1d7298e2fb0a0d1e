using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>The pages of runs in a real browser, on what <c>cxf start</c> serves.</summary>
public sealed class RunPagesTests(Browser browser, StartedDeployment deployment)
{
    [Fact]
    public async Task Without_a_deployment_the_pages_say_how_to_start_one()
    {
        await using var studio = await StudioPage.OpenAsync(browser, "runs");
        await studio.SaysAsync("Nothing answers at http://127.0.0.1:1/.");
        await studio.SaysAsync("There is none. Save what aws stepfunctions get-execution-history prints");
        await studio.PictureAsync("runs-none");
        await studio.GoAsync("health");
        await studio.SaysAsync("Nothing answers at http://127.0.0.1:1/.");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_run_that_failed_is_found_by_its_contact_and_opened_at_the_iteration_that_failed()
    {
        var contact = StartedDeployment.NewContact();
        var runId = await deployment.RunAsync(
            StartedDeployment.Orders,
            contact,
            StartedDeployment.OrdersOf(Enumerable.Range(1, 12))
        );
        await using var studio = await OpenAsync("runs");
        await studio.TypeInAsync("Contact ID or run ID", contact);
        await studio.PressAsync("Search");
        await studio.SaysAsync("1 run, newest first.");
        await studio.PictureAsync("runs-found");
        await studio.FollowAsync($"a[href*='{runId}']");

        await studio.Page.WaitForSelectorAsync(".timeline .segment.failed");
        await studio.SaysAsync("Iteration 7 of ");
        await studio.PictureAsync("run-timeline");
        var totals = await studio.Page.EvaluateExpressionAsync<string>("document.querySelector('.totals').innerText");
        await studio.PressAsync("Table");
        await studio.Page.WaitForSelectorAsync(".steps tfoot");
        Assert.Equal(totals, await studio.Page.EvaluateExpressionAsync<string>("document.querySelector('.steps tfoot td').innerText"));
        await studio.SaysAsync($"The run: {totals}.");
        await studio.PictureAsync("run-table");
        await studio.PressAsync("Timeline");
        await studio.FollowAsync(".segment.failed");
        await studio.SaysAsync("Try 1");
        await studio.PressAsync("Show data");
        await studio.PictureAsync("run-step");
        Assert.DoesNotContain(StartedDeployment.PlantedNumber, await studio.Page.GetContentAsync());

        // The address leads to the same place in another tab.
        var address = studio.Page.Url;
        Assert.Contains("step=rest_api_1", address);
        await studio.GoAsync(address[studio.Studio.Address.ToString().Length..]);
        await studio.Page.WaitForSelectorAsync(".timeline tr.selected");
        await studio.Page.WaitForSelectorAsync(".node.selected");
        Assert.Empty(studio.Troubles);
    }

    private Task<StudioPage> OpenAsync(string path) => StartedPage.OpenAsync(browser, deployment, path);
}
