using Cxf.Testing;

namespace Cxf.Studio.Tests.Pages;

/// <summary>
/// <c>UPDATE_GOLDEN=1</c> takes the README's picture of the studio again. Fonts differ between machines, so its pixels are not
/// compared.
/// </summary>
public sealed class ReadmePictureTests(Browser browser)
{
    [Fact]
    public async Task The_README_shows_a_flow_after_a_call()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1", "UPDATE_GOLDEN=1 takes the picture.");
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead", isSample: true);
        await studio.PressAsync("Phone");
        await studio.PressAsync("Call");
        await studio.PressAsync("5");
        await studio.SaysAsync("The run: SUCCEEDED");
        await studio.Page.WaitForSelectorAsync(".picture .pale");
        await studio.Page.ScreenshotAsync(ProjectRoot.Path("src", "Cxf.Studio", "studio.png"));
    }
}
