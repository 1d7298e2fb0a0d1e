using Cxf.Testing;

namespace Cxf.Studio.Tests.Pages;

/// <summary>The picture in the README is of the studio as it is; <c>UPDATE_GOLDEN=1</c> takes it again.</summary>
public sealed class ReadmePictureTests(Browser browser)
{
    [Fact]
    public async Task The_README_shows_a_flow_after_a_call()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead", isSample: true);
        await studio.PressAsync("Phone");
        await studio.PressAsync("Call");
        await studio.PressAsync("5");
        await studio.SaysAsync("The run: SUCCEEDED");
        await studio.Page.WaitForSelectorAsync(".picture .pale");
        var file = ProjectRoot.Path("src", "Cxf.Studio", "studio.png");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await studio.Page.ScreenshotAsync(file);
        }

        // Fonts differ between machines, so the pixels are not compared.
        Assert.True(File.Exists(file));
    }
}
