using System.Collections.Concurrent;
using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>A studio with a folder of its own, and a browser that has opened it.</summary>
internal sealed class StudioPage : IAsyncDisposable
{
    // A page that does not come on a machine ten times slower is a fault; the tests wait for what they need and no longer.
    public const int LongestWait = 120_000;

    private readonly DirectoryInfo _folder;
    private readonly IBrowserContext _session;
    private readonly ConcurrentQueue<string> _troubles = new();

    private StudioPage(DirectoryInfo folder, StudioServer studio, IBrowserContext session, IPage page) =>
        (_folder, Studio, _session, Page) = (folder, studio, session, page);

    public StudioServer Studio { get; }

    public IPage Page { get; }

    /// <summary>What the browser's console says is wrong: errors, and what the content security policy stopped.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>Starts a studio on a copy of the samples and opens a page of it.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The page.</param>
    /// <param name="isSample">Whether the studio says that its folder is a copy of the samples.</param>
    /// <param name="with">Changes what the studio works on. Default: the copy of the samples, nothing that was started.</param>
    /// <param name="script">What the browser runs before each page. Default: nothing.</param>
    public static async Task<StudioPage> OpenAsync(
        Browser browser,
        string path = "",
        bool isSample = false,
        Func<StudioOptions, StudioOptions>? with = null,
        string? script = null
    )
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = SampleFolder.Copy();
        var studio = await StudioServer.StartAsync(
            (with ?? (options => options))(
                new StudioOptions(folder.FullName) { IsSample = isSample, Stage = SampleFolder.NotStarted }
            ),
            _ => { },
            cancellationToken
        );
        var session = await browser.NewSessionAsync();
        var page = await session.NewPageAsync();
        page.DefaultTimeout = LongestWait;
        page.DefaultNavigationTimeout = LongestWait;
        await page.SetViewportAsync(new ViewPortOptions { Width = 1400, Height = 900 });
        var opened = new StudioPage(folder, studio, session, page);
        page.Console += (_, message) =>
        {
            if (message.Message.Type == ConsoleType.Error)
            {
                opened._troubles.Enqueue(message.Message.Text);
            }
        };
        page.PageError += (_, error) => opened._troubles.Enqueue(error.Message);
        if (script is not null)
        {
            await page.EvaluateExpressionOnNewDocumentAsync(script);
        }

        // The list of flows, to which the address itself leads, runs the tests of all of them.
        var parts = path.Split('?');
        await page.GoToAsync(new Uri(studio.Address, parts[0] + studio.NewAddress().Query).ToString());
        if (parts.Length > 1)
        {
            await opened.GoAsync(path);
        }

        return opened;
    }

    /// <summary>Starts a studio and opens a flow of the samples; its editor is there.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="flow">The flow, with its tenant.</param>
    /// <param name="isSample">Whether the studio says that its folder is a copy of the samples.</param>
    /// <param name="script">What the browser runs before each page. Default: nothing.</param>
    public static async Task<StudioPage> OpenFlowAsync(Browser browser, string flow, bool isSample = false, string? script = null)
    {
        var opened = await OpenAsync(browser, PathOf(flow), isSample, script: script);
        await opened.HasEditorAsync();
        return opened;
    }

    /// <summary>Opens a flow; its editor is there.</summary>
    public async Task OpenFlowAsync(string flow)
    {
        await GoAsync(PathOf(flow));
        await HasEditorAsync();
    }

    /// <summary>A file of the studio's folder.</summary>
    public string FileOf(string flow)
    {
        var parts = flow.Split('/');
        return Path.Combine(_folder.FullName, "tenants", parts[0], "flows", $"{parts[1]}.json");
    }

    /// <summary>Waits until the page says something.</summary>
    public async Task SaysAsync(string text)
    {
        try
        {
            await Page.BecomesAsync("text => document.body.innerText.includes(text)", text);
        }
        catch (PuppeteerException exception)
        {
            var said = await Page.EvaluateExpressionAsync<string>("document.body.innerText");
            throw new InvalidOperationException(
                $"The page does not say \"{text}\". It says:\n{said}\nThe browser says: {string.Join(" ", Troubles)}",
                exception
            );
        }
    }

    /// <summary>The text of the editor.</summary>
    public Task<string> TextAsync() => Page.EvaluateExpressionAsync<string>("monaco.editor.getModels()[0].getValue()");

    /// <summary>Types at a place, as one edit that can be undone.</summary>
    public Task TypeAsync(int line, int column, string text) =>
        Page.EvaluateFunctionAsync(
            """
            (line, column, text) => {
              const editor = monaco.editor.getEditors()[0];
              const range = { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column };
              editor.pushUndoStop();
              editor.executeEdits('keyboard', [{ range, text }]);
              editor.pushUndoStop();
            }
            """,
            line,
            column,
            text
        );

    /// <summary>Replaces the first place with a text by another one.</summary>
    public Task ReplaceAsync(string text, string replacement) =>
        Page.EvaluateFunctionAsync(
            """
            (text, replacement) => {
              const editor = monaco.editor.getEditors()[0];
              const { range } = editor.getModel().findNextMatch(text, { lineNumber: 1, column: 1 }, false, true, null, false);
              editor.executeEdits('test', [{ range, text: replacement }]);
            }
            """,
            text,
            replacement
        );

    /// <summary>Fills in a field of the form, as a person who leaves it then.</summary>
    /// <param name="label">What the field is called.</param>
    /// <param name="value">What is written, or chosen.</param>
    /// <param name="place">Which of several fields with this name, from 0.</param>
    public async Task FillAsync(string label, string value, int place = 0)
    {
        const string find = """
            (label, place) => [...document.querySelectorAll('.step .field')]
              .filter(field => field.querySelector('label').innerText.replace(' (optional)', '') === label)[place]
              ?.querySelector('input, select, textarea')
            """;
        await Page.BecomesAsync($"(label, place) => Boolean(({find})(label, place))", label, place);
        await Page.EvaluateFunctionAsync(
            $$"""
            (label, place, value) => {
              const field = ({{find}})(label, place);
              field.focus();
              field.value = value;
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """,
            label,
            place,
            value
        );
    }

    /// <summary>Waits until the text of the editor has a part, or does not have it any more.</summary>
    public Task HasAsync(string part, bool isThere = true) =>
        Page.BecomesAsync("(part, isThere) => monaco.editor.getModels()[0].getValue().includes(part) === isThere", part, isThere);

    /// <summary>Waits until the picture has a step and it is the selected one.</summary>
    public Task SelectedAsync(string pointer) =>
        Page.BecomesAsync("pointer => document.querySelector('.node.selected')?.dataset.pointer === pointer", pointer);

    /// <summary>Drags one thing of the picture onto another with the mouse.</summary>
    /// <param name="from">Selects what is dragged.</param>
    /// <param name="onto">Selects on what it is dropped.</param>
    public async Task DragAsync(string from, string onto)
    {
        var (fromX, fromY) = await PlaceAsync(from);
        var (ontoX, ontoY) = await PlaceAsync(onto);
        await Page.Mouse.MoveAsync(fromX, fromY);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((fromX + ontoX) / 2, (fromY + ontoY) / 2);
        await Page.Mouse.MoveAsync(ontoX, ontoY);
        await Page.Mouse.UpAsync();
    }

    // Of a line the middle of its length, of a step a place beside its texts.
    private async Task<(decimal X, decimal Y)> PlaceAsync(string selector)
    {
        await Page.WaitForSelectorAsync(selector);
        var place = await Page.EvaluateFunctionAsync<decimal[]>(
            """
            selector => {
              const element = document.querySelector(selector);
              element.scrollIntoView({ block: 'nearest' });
              const line = element.querySelector('.hit');
              if (line) {
                const point = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
                return [point.x, point.y];
              }
              const box = element.querySelector('.shape').getBoundingClientRect();
              return [box.x + box.width / 2, box.y + 8];
            }
            """,
            selector
        );
        return (place[0], place[1]);
    }

    /// <summary>Takes back the last edit.</summary>
    public Task UndoAsync() => Page.EvaluateExpressionAsync("monaco.editor.getEditors()[0].trigger('keyboard', 'undo')");

    /// <summary>Goes to another page of the studio by its address, as in another tab.</summary>
    public Task GoAsync(string path) => Page.GoToAsync(new Uri(Studio.Address, path).ToString());

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string selector) =>
        Page.BecomesAsync(
            "selector => { const link = document.querySelector(selector); link?.click(); return !!link; }",
            selector
        );

    /// <summary>Fills in the field with a label.</summary>
    public async Task TypeInAsync(string label, string text)
    {
        await Page.BecomesAsync(
            "label => [...document.querySelectorAll('label')].some(one => one.innerText.trim().startsWith(label))",
            label
        );
        await Page.EvaluateFunctionAsync(
            """
            (label, text) => {
              const field = [...document.querySelectorAll('label')].find(one => one.innerText.trim().startsWith(label)).control;
              field.value = text;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """,
            label,
            text
        );
    }

    /// <summary>Presses the button with this text.</summary>
    public async Task PressAsync(string button)
    {
        await Page.BecomesAsync(
            "text => [...document.querySelectorAll('button')].some(one => one.innerText.trim() === text && !one.disabled)",
            button
        );
        await Page.EvaluateFunctionAsync(
            "text => [...document.querySelectorAll('button')].find(one => one.innerText.trim() === text).click()",
            button
        );
    }

    /// <summary>Keeps a picture of the page where CXF_SCREENSHOTS names a folder.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="isWhole">Whether it is of the whole page, or of what can be seen without scrolling.</param>
    public async Task PictureAsync(string name, bool isWhole = false)
    {
        if (Environment.GetEnvironmentVariable("CXF_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(Path.Combine(folder, $"{name}.png"), new ScreenshotOptions { FullPage = isWhole });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _session.CloseAsync();
        await Studio.DisposeAsync();
        await DeleteFolderAsync();
    }

    private static string PathOf(string flow) => $"flows/{flow}";

    private async Task HasEditorAsync()
    {
        try
        {
            await Page.WaitForSelectorAsync(".monaco-editor .view-line");
        }
        catch (PuppeteerException exception)
        {
            throw new InvalidOperationException(
                $"The editor did not come. The browser says: {string.Join(" ", Troubles)}",
                exception
            );
        }
    }

    // What was typed last may be kept as a draft in this moment.
    private async Task DeleteFolderAsync()
    {
        while (true)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
