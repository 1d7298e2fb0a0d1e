namespace Cxf.Studio.Tests.Pages;

/// <summary>Every page shows what its address names, however a person comes to it.</summary>
public sealed class AddressTests(Browser browser)
{
    [Fact]
    public async Task Going_back_to_another_flow_shows_that_flow()
    {
        await using var studio = await StudioPage.OpenAsync(browser);
        await OpenFromListAsync(studio, "create_lead");
        await studio.FollowAsync(".brand");
        await OpenFromListAsync(studio, "customer_name");
        await studio.Page.EvaluateExpressionAsync("history.go(-2)");
        await ShowsAsync(studio, "create_lead");
        await studio.Page.EvaluateExpressionAsync("history.go(2)");
        await ShowsAsync(studio, "customer_name");
    }

    [Fact]
    public async Task A_file_of_any_name_can_be_opened_and_says_why_it_cannot_be_published()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow such names.");
        string[] names = ["a b", "a#b", "a?b=c", "a%41b", "äöü 😀", "<b>a"];
        await using var studio = await StudioPage.OpenAsync(browser, "flows/acme/missing");
        foreach (var name in names)
        {
            File.Copy(studio.FileOf("acme/create_lead"), studio.FileOf($"acme/{name}"));
        }

        foreach (var name in names)
        {
            await studio.FollowAsync(".brand");
            await OpenFromListAsync(studio, name);
            await studio.FollowAsync(".flow-keys a[href^=publish]");
            await studio.SaysAsync("Rename the file.");
            await studio.Page.EvaluateExpressionAsync("history.back()");
            await ShowsAsync(studio, name);
        }
    }

    [Fact]
    public async Task An_address_that_is_no_page_says_so_and_leads_to_the_flows()
    {
        await using var studio = await StudioPage.OpenAsync(browser, "nowhere");
        foreach (var path in (string[])["nowhere", "flows", "flows/acme/create_lead/more"])
        {
            await studio.GoAsync(path);
            await studio.SaysAsync("There is no such page");
            await studio.FollowAsync("main a");
            await studio.SaysAsync("create_lead");
        }
    }

    private static async Task OpenFromListAsync(StudioPage studio, string flow)
    {
        await studio.Page.BecomesAsync(
            """
            flow => {
              const link = [...document.querySelectorAll('tbody th a')].find(one => one.innerText === flow);
              link?.click();
              return Boolean(link);
            }
            """,
            flow
        );
        await ShowsAsync(studio, flow);
    }

    private static async Task ShowsAsync(StudioPage studio, string flow) =>
        await studio.Page.BecomesAsync(
            """
            flow => document.querySelector('.flow h1')?.innerText === flow
              && (!/^[a-z_]+$/.test(flow)
                || window.monaco?.editor.getModels().some(model => model.getValue().includes(`"flowId": "${flow}"`)))
            """,
            flow
        );
}
