using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace Cxf.Studio.Tests.Pages;

/// <summary>
/// The studio as a program that is started anywhere: it brings everything that its pages load. .ci/release runs these tests on
/// the tool that it has installed.
/// </summary>
public sealed class InstalledStudioTests(Browser browser)
{
    private const string Manifest = "cxf-studio.staticwebassets.endpoints.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A tool is installed in a folder beside its command.
    private static string ManifestFile =>
        Directory
            .EnumerateFiles(
                Path.GetDirectoryName(StudioProcess.Program)!,
                Manifest,
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
            .First();

    [Fact]
    public async Task Every_file_of_its_pages_is_served_from_an_empty_folder()
    {
        var manifest = JsonElement.Parse(await File.ReadAllTextAsync(ManifestFile, Cancellation));
        var routes = manifest
            .GetProperty("Endpoints")
            .EnumerateArray()
            .Select(endpoint => endpoint.GetProperty("Route").GetString()!)
            .Distinct()
            .ToList();
        string[] needed = ["studio.css", "runs.css", "editor.js", "picture.js", "speech.js", "_framework/blazor.web.js"];
        Assert.Empty(needed.Except(routes));
        Assert.Contains(routes, route => route.EndsWith("/min/vs/editor/editor.main.js", StringComparison.Ordinal));

        await InEmptyFolderAsync(async studio =>
        {
            using var handler = new SocketsHttpHandler { UseProxy = false };
            using var client = new HttpClient(handler);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(studio.Address, Cancellation)).StatusCode);
            foreach (var route in routes)
            {
                using var answer = await client.GetAsync(new Uri(studio.Address, $"/{route}"), Cancellation);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route}: {answer.StatusCode}");
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
            }
        });
    }

    [Fact]
    public async Task A_flow_is_shown_edited_and_called_from_an_empty_folder() =>
        await InEmptyFolderAsync(async studio =>
        {
            var session = await browser.NewSessionAsync();
            try
            {
                await using var page = await session.NewPageAsync();
                page.DefaultTimeout = page.DefaultNavigationTimeout = StudioPage.LongestWait;
                var troubles = new ConcurrentQueue<string>();
                page.Response += (_, one) =>
                {
                    if ((int)one.Response.Status >= 400)
                    {
                        troubles.Enqueue($"{one.Response.Url}: {one.Response.Status}");
                    }
                };
                page.RequestFailed += (_, one) => troubles.Enqueue($"{one.Request.Url}: {one.Request.FailureText}");
                page.PageError += (_, error) => troubles.Enqueue(error.Message);
                await page.GoToAsync(studio.Address.ToString());
                await page.WaitForSelectorAsync("a[href$=create_lead]");
                await page.GoToAsync(new Uri(studio.Address, "/flows/acme/create_lead").ToString());
                await page.WaitForSelectorAsync(".monaco-editor .view-line");
                await page.WaitForSelectorAsync(".picture svg .node");
                // Completion is the work of Monaco's JSON worker.
                await page.EvaluateExpressionAsync(
                    "(editor => { editor.focus(); editor.setPosition({ lineNumber: 2, column: 3 }); "
                        + "editor.trigger('test', 'editor.action.triggerSuggest', {}); })(monaco.editor.getEditors()[0])"
                );
                await page.WaitForSelectorAsync(".suggest-widget.visible .monaco-list-row");
                await page.EvaluateExpressionAsync(
                    "[...document.querySelectorAll('button')].find(one => one.innerText === 'Phone').click()"
                );
                await page.WaitForSelectorAsync(".phone button");
                await page.EvaluateExpressionAsync(
                    "[...document.querySelectorAll('button')].find(one => one.innerText === 'Call').click()"
                );
                await page.WaitForSelectorAsync(".phone .said");
                Assert.Empty(troubles);
            }
            finally
            {
                await session.CloseAsync();
            }
        });

    private static async Task InEmptyFolderAsync(Func<StudioProcess, Task> act)
    {
        var empty = Directory.CreateTempSubdirectory("cxf-studio-empty-");
        try
        {
            using var studio = await StudioProcess.StartAsync(empty.FullName);
            await act(studio);
            await studio.KillAsync();
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }
}
