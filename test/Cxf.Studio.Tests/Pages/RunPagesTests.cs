using Cxf.Studio.Tests.Runs;

namespace Cxf.Studio.Tests.Pages;

/// <summary>The pages of runs in a real browser, on what <c>cxf start</c> serves.</summary>
public sealed class RunPagesTests(Browser browser, StartedDeployment deployment)
{
    [Fact]
    public async Task Without_a_deployment_the_pages_say_how_to_start_one()
    {
        await using var studio = await StudioPage.OpenAsync(browser, "runs");
        await studio.SaysAsync("Nothing answers at http://127.0.0.1:1/.");
        await studio.SaysAsync("There are no recorded histories. Save what aws stepfunctions get-execution-history prints");
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
        Assert.Equal(
            totals,
            await studio.Page.EvaluateExpressionAsync<string>("document.querySelector('.steps tfoot td').innerText")
        );
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

        // The style of the pages does not reach into the picture, where other things have the same names.
        Assert.Empty(
            await studio.Page.EvaluateExpressionAsync<string[]>(
                """
                [...document.querySelectorAll('.picture svg *')]
                  .filter(part => getComputedStyle(part).position !== 'static')
                  .map(part => part.outerHTML)
                """
            )
        );
        await studio.Page.WaitForSelectorAsync(".picture svg .bar");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_run_that_a_caller_waited_for_is_replayed_on_the_flow_of_the_folder()
    {
        var runId = await deployment.RunAsync(StartedDeployment.Lead, StartedDeployment.NewContact(), StartedDeployment.LeadOf());
        await using var studio = await OpenAsync($"runs/local/{runId}");
        await studio.SaysAsync("SUCCEEDED");
        await studio.SaysAsync("EXPRESS");
        await studio.PressAsync("Replay as a test");
        await studio.SaysAsync("acme/create_lead goes the same way.");
        await studio.SaysAsync("Personal data was replaced by made-up data");
        await studio.PictureAsync("run-replayed");
        Assert.DoesNotContain(StartedDeployment.PlantedNumber, await studio.Page.GetContentAsync());
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task Before_a_redrive_the_page_says_which_version_runs_and_which_calls_are_made_again()
    {
        var runId = await deployment.RunAsync(
            StartedDeployment.Orders,
            StartedDeployment.NewContact(),
            StartedDeployment.OrdersOf(1, 70_001)
        );
        await using var studio = await OpenAsync($"runs/local/{runId}");
        await studio.PressAsync("Redrive…");
        await studio.SaysAsync("with version 1, which it started with.");
        await studio.SaysAsync("rest_api_1, iteration 2 of for_each_1: GET shop:/orders/O-70001 (tried 2 times before)");
        await studio.PictureAsync("run-redrive");
        // One click can be two, before the browser knows that the button is disabled.
        await studio.Page.EvaluateExpressionAsync(
            """
            (button => { button.click(); button.click(); })(
              [...document.querySelectorAll('button')].find(one => one.innerText.trim() === 'Redrive the run'))
            """
        );
        await studio.SaysAsync("The run was started again and has not succeeded: ApiUnavailable.");
        await studio.SaysAsync("started again once");
        Assert.True(await studio.Page.EvaluateExpressionAsync<bool>("document.activeElement.matches('.notice')"));

        deployment.Repair(70_001);
        await studio.PressAsync("Redrive…");
        await studio.PressAsync("Redrive the run");
        await studio.SaysAsync("The run was started again and has succeeded.");
        await studio.SaysAsync("SUCCEEDED");
        await studio.SaysAsync("started again 2 times");
        await studio.PictureAsync("run-redriven");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task What_was_read_of_a_run_stays_in_sight_when_the_deployment_is_gone()
    {
        await using var studio = await OpenGoneAsync();
        await studio.SaysAsync("Below is what was read at ");
        await studio.SaysAsync("ApiTimeout Too late.");
        await studio.Page.WaitForSelectorAsync(".timeline tbody tr");
        await studio.PictureAsync("run-gone");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_history_that_AWS_recorded_is_opened_and_drawn()
    {
        var folder = Directory.CreateTempSubdirectory("cxf-studio-history-");
        var file = Path.Combine(folder.FullName, "retried loop.json");
        await File.WriteAllTextAsync(
            file,
            RecordedHistories.Find("error_output.map_catch_error.MAP_CATCH_ERROR_OUTPUT.json"),
            TestContext.Current.CancellationToken
        );
        await using var studio = await StudioPage.OpenAsync(
            browser,
            "runs",
            with: options => options with { Histories = [file] }
        );
        await studio.FollowAsync("a[href='runs/files/retried%20loop.json']");
        await studio.SaysAsync("drawn from the history alone");
        await studio.Page.WaitForSelectorAsync(".picture svg .node");
        await studio.Page.WaitForSelectorAsync(".timeline tbody tr");
        await studio.PictureAsync("run-history");
        await studio.Page.FocusAsync(".picture");
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await studio.Page.WaitForSelectorAsync(".details h2");
        await studio.Page.WaitForSelectorAsync(".timeline tr.selected");
        Assert.Contains("step=", studio.Page.Url);
        Assert.Empty(studio.Troubles);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_run_that_still_runs_is_stopped()
    {
        var runId = await deployment.BeginAsync(
            StartedDeployment.Orders,
            StartedDeployment.NewContact(),
            StartedDeployment.OrdersOf(9)
        );
        await using var studio = await OpenAsync($"runs/local/{runId}");
        await studio.SaysAsync("RUNNING");
        await studio.PressAsync("Stop…");
        await studio.PressAsync("Stop the run");
        await studio.SaysAsync($"{runId} was stopped.");
        await studio.SaysAsync("ABORTED");
        await studio.SaysAsync("Stopped in the studio.");
        await studio.PictureAsync("run-stopped");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_health_of_a_connection_says_what_another_timeout_would_have_ended()
    {
        await deployment.RunAsync(StartedDeployment.Orders, StartedDeployment.NewContact(), StartedDeployment.OrdersOf(1, 2));
        await using var studio = await OpenAsync("health");
        await studio.SaysAsync("acme/shop");
        await studio.SaysAsync("no call that succeeded");
        await studio.PictureAsync("health");
        await studio.TypeInAsync("What if the timeout were", "0.0001");
        await studio.SaysAsync("calls that succeeded (100 %)");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_run_that_does_not_exist_says_so()
    {
        await using var studio = await OpenAsync(
            "runs/local/5ca32fbd-0000-46af-92a5-6b0f970f0efe-0123456789abcdef0123456789abcdef"
        );
        await studio.SaysAsync("There is no run 5ca32fbd-0000");
        await studio.GoAsync("runs/prod/x");
        await studio.SaysAsync("The studio was not started with the stage prod.");
        Assert.Empty(studio.Troubles);
    }

    // Somebody reads a run, and then the deployment ends.
    private async Task<StudioPage> OpenGoneAsync()
    {
        StudioPage studio;
        await using (var runs = await ManyRuns.StartAsync())
        {
            var runId = await runs.RunAsync(StartedDeployment.NewContact(), fails: true);
            studio = await StudioPage.OpenAsync(
                browser,
                $"runs/local/{runId}",
                with: options => options with { Stage = runs.Address }
            );
            await studio.SaysAsync("ApiTimeout Too late.");
        }

        await studio.PressAsync("Redrive…");
        return studio;
    }

    private Task<StudioPage> OpenAsync(string path) => StartedPage.OpenAsync(browser, deployment, path);
}
