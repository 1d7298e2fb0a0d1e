using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>A studio whose process is killed: what was typed more than a second before is not lost.</summary>
public sealed class KilledStudioTests(Browser browser)
{
    [Fact]
    public async Task What_was_typed_before_the_process_was_killed_is_offered_by_the_next_one()
    {
        var folder = SampleFolder.Copy();
        var session = await browser.NewSessionAsync();
        try
        {
            using (var first = await StudioProcess.StartAsync(folder.FullName, folder.FullName))
            {
                await using var page = await OpenAsync(session, first.Address);
                await page.EvaluateExpressionAsync(
                    "monaco.editor.getEditors()[0].executeEdits('keyboard', "
                        + "[{ range: { startLineNumber: 1, startColumn: 2, endLineNumber: 1, endColumn: 2 }, "
                        + "text: ' \"typed\": 1,' }])"
                );
                await SaysAsync(page, "Draft kept at");
                await first.KillAsync();
                await SaysAsync(page, "The studio does not answer. This page tries again. What you typed");
                Assert.Contains(
                    "\"typed\": 1",
                    await page.EvaluateExpressionAsync<string>(
                        "document.querySelector('.view-lines').innerText.replaceAll('\u00a0', ' ')"
                    )
                );
            }

            using var second = await StudioProcess.StartAsync(folder.FullName, folder.FullName);
            await using var after = await OpenAsync(session, second.Address);
            await SaysAsync(after, "not saved.");
            await after.EvaluateExpressionAsync(
                "[...document.querySelectorAll('button')].find(one => one.innerText === 'Continue with it').click()"
            );
            await after.BecomesAsync("() => monaco.editor.getModels()[0].getValue().includes('\"typed\": 1')");
            await second.KillAsync();
        }
        finally
        {
            await session.CloseAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IPage> OpenAsync(IBrowserContext session, Uri address)
    {
        var page = await session.NewPageAsync();
        page.DefaultTimeout = page.DefaultNavigationTimeout = StudioPage.LongestWait;
        await page.GoToAsync(new Uri(address, "/flows/acme/create_lead" + address.Query).ToString());
        await page.WaitForSelectorAsync(".monaco-editor .view-line");
        return page;
    }

    private static async Task SaysAsync(IPage page, string text) =>
        await page.BecomesAsync("text => document.body.innerText.includes(text)", text);
}
