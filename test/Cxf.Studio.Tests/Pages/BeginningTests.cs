namespace Cxf.Studio.Tests.Pages;

/// <summary>
/// Pages without anything to show yet say what to do next, and what a page shows for a while can be hidden again.
/// </summary>
public sealed class BeginningTests(Browser browser)
{
    [Fact]
    public async Task An_empty_file_becomes_a_flow_to_which_the_first_step_is_added()
    {
        await using var studio = await StudioPage.OpenAsync(browser, "flows/acme/missing");
        await BeginAsync(studio, "blank", "\n  \n");
        await BeginAsync(studio, "fresh", "");
        await studio.SaysAsync("The flow has no steps yet.");
        await studio.PictureAsync("begun");
        await studio.FollowAsync("#insertfield-start");
        await studio.PressAsync("respond");
        await studio.SelectedAsync("/steps/respond_1");
        await studio.HasAsync("\"start\": \"respond_1\"");
        Assert.Empty(studio.Troubles);
    }

    private static async Task BeginAsync(StudioPage studio, string flow, string empty)
    {
        await File.WriteAllTextAsync(studio.FileOf($"acme/{flow}"), empty, TestContext.Current.CancellationToken);
        await studio.OpenFlowAsync($"acme/{flow}");
        await studio.SaysAsync("The file is empty.");
        await studio.PressAsync("Begin the flow");
        await studio.HasAsync($"\"flowId\": \"{flow}\"");
    }

    [Fact]
    public async Task The_path_of_a_test_is_named_and_can_be_hidden()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.PressAsync("Tests");
        await studio.PressAsync("A new lead gets a number");
        await studio.SaysAsync("The picture shows the path of the test \"A new lead gets a number\".");
        await studio.Page.WaitForSelectorAsync(".picture .pale");
        await studio.PressAsync("Hide the path");
        await studio.Page.BecomesAsync("() => !document.querySelector('.picture .pale, .path')");
        await studio.SaysAsync("5 of 5 tests pass.");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_step_that_is_tried_alone_shows_no_personal_data()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.ReplaceAsync("\"source\": \"phone call\"", "\"firstName\": \"Erika\"");
        await studio.PressAsync("Outline");
        await studio.PressAsync("rest_api_1");
        await studio.PressAsync("Try");
        await studio.SaysAsync("In the situation of the test");
        var shown = await studio.Page.EvaluateExpressionAsync<string>("document.querySelector('.try dl').innerText");
        Assert.Contains("POST", shown);
        Assert.DoesNotContain("Erika", shown);
        Assert.DoesNotContain("12025550142", shown);
    }
}
