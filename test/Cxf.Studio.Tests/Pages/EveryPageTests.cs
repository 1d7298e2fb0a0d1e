using System.Text.Json;
using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>
/// Every page fits into windows of 800 to 1400 pixels, and into one of 1400 at a zoom of 200 %, and does not move where a person
/// does not want that; in light and dark, axe-core finds nothing that a person misses who does not see it or has no mouse.
/// </summary>
public sealed class EveryPageTests(Browser browser, StartedDeployment deployment)
{
    private static readonly Window[] Windows =
    [
        new("wide", new ViewPortOptions { Width = 1400, Height = 900 }, "light"),
        new("dark", new ViewPortOptions { Width = 1400, Height = 900 }, "dark"),
        new("900", new ViewPortOptions { Width = 900, Height = 900 }, "light"),
        new("800", new ViewPortOptions { Width = 800, Height = 900 }, "light"),
        new(
            "zoom",
            new ViewPortOptions
            {
                Width = 700,
                Height = 450,
                DeviceScaleFactor = 2,
            },
            "dark"
        ),
    ];

    public static TheoryData<string> Pages =>
        ["flows", "flow", "outline", "missing", "phone", "runs", "run", "health", "publish"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_stands_still_and_has_no_fault_that_axe_finds(string page)
    {
        var axe = Axe.Require();
        await using var studio = await OpenAsync(page);
        Dictionary<string, string> faults = [];
        foreach (var (name, size, scheme) in Windows)
        {
            await studio.Page.SetViewportAsync(size);
            await studio.Page.EmulateMediaFeaturesAsync([
                new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme },
                new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" },
            ]);
            // Two frames later everything has its new place.
            await studio.Page.EvaluateExpressionAsync(
                "new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
            );
            await studio.PictureAsync($"{page}-{name}");
            await studio.PictureAsync($"{page}-{name}-whole", isWhole: true);
            var found = await studio.Page.EvaluateFunctionAsync<JsonElement>(
                """
                () => {
                  const root = document.documentElement;
                  const words = element => `${element.outerHTML.slice(0, 120)}`;
                  const shown = [...document.querySelectorAll('button, a, .chip, summary')]
                    .filter(one => one.getClientRects().length && !one.closest('.monaco-editor'));
                  const scrolls = one => one && one !== root && (
                    ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
                  return [
                    ...(root.scrollWidth > root.clientWidth ? [`The page is ${root.scrollWidth} wide.`] : []),
                    ...shown.filter(one => getComputedStyle(one).overflowX === 'hidden' || one.matches('button'))
                      .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
                      .map(one => `Clipped: ${words(one)}`),
                    ...shown.filter(one => !scrolls(one) && one.getBoundingClientRect().right > root.clientWidth + 1)
                      .map(one => `Outside: ${words(one)}`),
                    ...document.getAnimations().filter(one => one.playState === 'running')
                      .map(one => `Moves: ${words(one.effect.target)}`),
                  ];
                }
                """
            );
            if (found.GetArrayLength() > 0)
            {
                faults[name] = found.GetRawText();
            }

            await Axe.FindsNothingAsync(studio, axe);
        }

        Assert.Empty(faults);
        Assert.Empty(studio.Troubles);
    }

    private async Task<StudioPage> OpenAsync(string page)
    {
        if (page is "flow" or "outline" or "phone")
        {
            var flow = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
            await flow.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
            if (page == "outline")
            {
                await flow.PressAsync("Outline");
            }
            else if (page == "phone")
            {
                await flow.PressAsync("Phone");
                await flow.PressAsync("Call");
                await flow.PressAsync("5");
                await flow.SaysAsync("The run: SUCCEEDED");
            }
            else
            {
                await flow.Page.EvaluateExpressionAsync(
                    "document.querySelector('.node[data-pointer=\"/steps/rest_api_1\"]')"
                        + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))"
                );
                await flow.Page.WaitForSelectorAsync(".step .fields input");
            }

            return flow;
        }

        if (page == "flows")
        {
            var list = await StudioPage.OpenAsync(browser);
            await list.Page.BecomesAsync("() => document.querySelectorAll('.flows meter').length > 3");
            return list;
        }

        if (page == "missing")
        {
            var missing = await StudioPage.OpenAsync(browser, "flows/acme/missing");
            await missing.Page.WaitForSelectorAsync("h1");
            return missing;
        }

        var runId = await deployment.RunAsync(
            StartedDeployment.Orders,
            StartedDeployment.NewContact(),
            StartedDeployment.OrdersOf(Enumerable.Range(1, 7))
        );
        var studio = await StartedPage.OpenAsync(
            browser,
            deployment,
            page switch
            {
                "run" => $"runs/local/{runId}?step=rest_api_1&visit=7&try=1",
                "publish" => "publish/acme/create_lead",
                _ => page,
            }
        );
        await studio.Page.BecomesAsync(
            "() => document.querySelector('table tbody tr') && !document.body.innerText.includes('Reading ')"
        );
        if (page == "run")
        {
            await studio.PressAsync("Show data");
            await studio.PressAsync("Redrive…");
        }

        return studio;
    }

    private sealed record Window(string Name, ViewPortOptions Size, string Scheme);
}
