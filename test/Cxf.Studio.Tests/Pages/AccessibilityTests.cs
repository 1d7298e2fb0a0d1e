using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>Every page can be used without seeing it and without a mouse; axe-core looks for what is missing.</summary>
public sealed class AccessibilityTests(Browser browser, StartedDeployment deployment)
{
    [Theory]
    [InlineData("", "light")]
    [InlineData("", "dark")]
    [InlineData("flows/acme/create_lead", "light")]
    [InlineData("flows/acme/create_lead", "dark")]
    [InlineData("flows/acme/missing", "light")]
    public async Task A_page_has_no_fault_that_axe_finds(string path, string scheme)
    {
        var axe = Axe.Require();
        await using var studio = await StudioPage.OpenAsync(browser, path);
        await HasNoFaultAsync(studio, axe, path, scheme);
    }

    [Theory]
    [InlineData("runs", "light")]
    [InlineData("runs", "dark")]
    [InlineData("runs/local/{run}?step=rest_api_1&visit=7&try=1", "light")]
    [InlineData("runs/local/{run}?step=rest_api_1&visit=7&try=1", "dark")]
    [InlineData("health", "light")]
    [InlineData("health", "dark")]
    [InlineData("publish/acme/create_lead", "light")]
    [InlineData("publish/acme/create_lead", "dark")]
    public async Task A_page_of_a_deployment_has_no_fault_that_axe_finds(string path, string scheme)
    {
        var axe = Axe.Require();
        var runId = await deployment.RunAsync(
            StartedDeployment.Orders,
            StartedDeployment.NewContact(),
            StartedDeployment.OrdersOf(Enumerable.Range(1, 7))
        );
        await using var studio = await StartedPage.OpenAsync(browser, deployment, path.Replace("{run}", runId));
        await studio.Page.BecomesAsync(
            "() => document.querySelector('table tbody tr') && !document.body.innerText.includes('Reading ')"
        );
        if (path.Contains("{run}", StringComparison.Ordinal))
        {
            await studio.PressAsync("Show data");
            await studio.PressAsync("Redrive…");
        }

        await HasNoFaultAsync(studio, axe, path.Split('?')[0], scheme);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("runs/local/{run}?step=rest_api_1&visit=7")]
    [InlineData("health")]
    [InlineData("publish/acme/create_lead")]
    public async Task A_page_of_a_deployment_fits_into_a_narrow_window(string path)
    {
        var runId = await deployment.RunAsync(
            StartedDeployment.Orders,
            StartedDeployment.NewContact(),
            StartedDeployment.OrdersOf(Enumerable.Range(1, 7))
        );
        await using var studio = await StartedPage.OpenAsync(browser, deployment, path.Replace("{run}", runId));
        await studio.Page.SetViewportAsync(new ViewPortOptions { Width = 800, Height = 900 });
        await studio.Page.WaitForSelectorAsync("table tbody tr");
        await studio.PictureAsync($"narrow-{path.Split('/')[0]}{(path.Contains('{') ? "-run" : "")}");
        Assert.True(
            await studio.Page.EvaluateExpressionAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }

    private static async Task HasNoFaultAsync(StudioPage studio, string axe, string path, string scheme)
    {
        await studio.Page.EmulateMediaFeaturesAsync([
            new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme },
        ]);
        await studio.Page.WaitForSelectorAsync("h1");
        if (path.StartsWith("flows/", StringComparison.Ordinal) && path.EndsWith("lead", StringComparison.Ordinal))
        {
            await studio.Page.WaitForSelectorAsync(".monaco-editor .view-line");
            await studio.PressAsync("Outline");
        }

        await studio.PictureAsync($"axe-{path.Replace('/', '-')}-{scheme}");
        await Axe.FindsNothingAsync(studio, axe);
    }

    [Fact]
    public async Task Keys_that_are_pressed_faster_than_the_studio_answers_all_count()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.FocusAsync(".picture");
        var marked = await studio.Page.EvaluateExpressionAsync<string>(
            """
            (() => {
              const picture = document.querySelector('.picture');
              for (let time = 0; time < 3; time++) {
                picture.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
              }
              return document.querySelector('.node.selected').dataset.pointer;
            })()
            """
        );
        Assert.Equal("/steps/respond_1", marked);
        await studio.Page.BecomesAsync("() => document.getElementById('step-label')?.value === 'respond_1'");
        await studio.SelectedAsync("/steps/respond_1");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_keyboard_alone_goes_through_the_steps_of_the_picture()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.FocusAsync(".picture");
        string[] steps = ["rest_api_1", "decision_1", "respond_1"];
        foreach (var step in steps)
        {
            await studio.Page.Keyboard.PressAsync("ArrowDown");
            await studio.Page.BecomesAsync(
                "pointer => document.querySelector('.node.selected')?.dataset.pointer === pointer",
                $"/steps/{step}"
            );
        }

        await studio.Page.Keyboard.PressAsync("ArrowUp");
        await studio.Page.BecomesAsync("() => document.querySelector('.node.selected')?.dataset.pointer === '/steps/decision_1'");
        Assert.Equal("picture", await studio.Page.EvaluateExpressionAsync<string>("document.activeElement.className.trim()"));
    }

    [Fact]
    public async Task A_narrow_window_shows_everything_below_each_other()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.Page.SetViewportAsync(new ViewPortOptions { Width = 800, Height = 900 });
        await studio.PictureAsync("narrow");
        Assert.True(
            await studio.Page.EvaluateExpressionAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }
}
