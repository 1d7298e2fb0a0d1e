using System.Text;
using PuppeteerSharp;

namespace Cxf.Studio.Tests.Pages;

/// <summary>The pages in a real browser.</summary>
public sealed class FlowPageTests(Browser browser)
{
    private const string Lead = "acme/create_lead";

    [Fact]
    public async Task The_list_shows_every_flow_with_its_problems_tests_time_and_price()
    {
        await using var studio = await StudioPage.OpenAsync(browser);
        await studio.Page.BecomesAsync(
            "() => document.querySelectorAll('tbody tr').length > 10 && !document.querySelector('td.quiet')"
        );
        await studio.PictureAsync("flows");
        var row = await studio.Page.EvaluateExpressionAsync<string>(
            "[...document.querySelectorAll('tbody tr')].find(row => row.innerText.includes('create_lead')).innerText"
        );
        Assert.Contains("5 of 5 pass", row);
        Assert.Contains("of 6.5 s", row);
        Assert.Contains("none", row);
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task Pages_can_be_left_while_they_are_being_read()
    {
        // On the page of the flow itself, links to its runs end with its name, too.
        const string Link = "document.querySelector('tbody a[href=\"flows/acme/create_lead\"]')";
        await using var studio = await StudioPage.OpenAsync(browser);
        for (var visit = 0; visit < 3; visit++)
        {
            await studio.Page.BecomesAsync($"() => {Link}");
            await studio.Page.EvaluateExpressionAsync($"{Link}.click()");
            await studio.Page.WaitForSelectorAsync(".flow h1");
            await studio.Page.EvaluateExpressionAsync("document.querySelector('.brand').click()");
        }

        await studio.Page.BecomesAsync(
            "() => document.querySelectorAll('tbody tr').length > 10 && !document.querySelector('td.quiet')"
        );
        // Monaco's worker says so when it is ended while it loads.
        Assert.DoesNotContain(studio.Troubles, trouble => !trouble.StartsWith("Failed trying to load default language strings"));
    }

    [Fact]
    public async Task A_mistake_is_marked_and_listed_and_what_is_typed_is_kept_as_a_draft()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        var before = await BytesAsync(studio);
        Assert.Equal(Encoding.UTF8.GetString(before), await studio.TextAsync());

        await studio.TypeAsync(1, 2, " \"nme\": 1,");
        await studio.SaysAsync("Error CXF1004");
        await studio.SaysAsync("Draft kept at");
        await studio.PictureAsync("flow-with-mistake");
        Assert.True(await studio.Page.EvaluateExpressionAsync<bool>("monaco.editor.getModelMarkers({}).length > 0"));
        Assert.Equal(before, await BytesAsync(studio));
        Assert.Single(Drafts(studio));

        await studio.UndoAsync();
        Assert.Equal(Encoding.UTF8.GetString(before), await studio.TextAsync());
        await studio.SaysAsync("No problems.");
        await studio.SaysAsync("Saved");
        await NoDraftAsync(studio);
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_picture_of_which_pieces_are_replaced_is_as_one_drawn_whole()
    {
        // What the page itself puts into the drawing does not count.
        const string Drawn = """
            (svg => {
              svg.querySelectorAll('.hit').forEach((hit) => hit.remove());
              svg.querySelectorAll('.selected').forEach((node) => node.classList.remove('selected'));
              return svg.innerHTML;
            })(document.querySelector('.picture svg').cloneNode(true))
            """;
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.SaysAsync("5 of 5 tests pass");
        await studio.Page.EvaluateExpressionAsync($"window.whole = {Drawn}; 1");

        foreach (var typed in (string[])["\"nme\": 1,", "\"description\": \"Another\",", "\"callerLimitSeconds\": 5,"])
        {
            await studio.TypeAsync(1, 2, " " + typed);
            await studio.Page.BecomesAsync($"() => {Drawn} !== window.whole");
            await studio.UndoAsync();
            await studio.Page.BecomesAsync($"() => {Drawn} === window.whole");
        }

        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task Picture_text_and_outline_follow_each_other()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.PictureAsync("flow");
        await studio.Page.EvaluateExpressionAsync(
            "document.querySelector('.node[data-pointer=\"/steps/decision_1\"]')"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))"
        );
        await studio.SelectedAsync("/steps/decision_1");
        await LineIsAsync(studio, "\"decision_1\": {");

        await studio.Page.EvaluateExpressionAsync(
            """
            (editor => {
              const { range } = editor.getModel().findNextMatch('"respond_2": {', { lineNumber: 1, column: 1 });
              editor.setPosition({ lineNumber: range.startLineNumber + 1, column: 8 });
            })(monaco.editor.getEditors()[0])
            """
        );
        await studio.SelectedAsync("/steps/respond_2");

        await studio.PressAsync("Outline");
        await studio.Page.WaitForSelectorAsync(".outline [aria-current=step]");
        await studio.PressAsync("rest_api_1");
        await studio.Page.BecomesAsync(
            "() => document.querySelector('.outline [aria-current=step]')?.innerText === 'rest_api_1'"
        );
        await LineIsAsync(studio, "\"rest_api_1\": {");
        await studio.PictureAsync("outline");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_picture_fits_into_a_window_of_1280_pixels_and_a_larger_one_is_scrolled_to_what_is_chosen()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.SetViewportAsync(new ViewPortOptions { Width = 1280, Height = 800 });
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.BecomesAsync(
            "() => (picture => picture.scrollWidth <= picture.clientWidth)(document.querySelector('.picture'))"
        );

        for (var press = 0; press < 5; press++)
        {
            await studio.PressAsync("+");
        }

        await studio.Page.FocusAsync(".picture");
        foreach (var key in (string[])["End", "Home"])
        {
            await studio.Page.Keyboard.PressAsync(key);
            await studio.Page.BecomesAsync(
                """
                isLast => {
                  const nodes = [...document.querySelectorAll('.picture .node[data-pointer]:has(> .shape)')];
                  const node = nodes.at(isLast ? -1 : 0);
                  const shown = document.querySelector('.picture').getBoundingClientRect();
                  const { left, right, top, bottom } = node.querySelector('.shape').getBoundingClientRect();
                  return node.matches('.selected')
                    && left >= shown.left && right <= shown.right && top >= shown.top && bottom <= shown.bottom;
                }
                """,
                key == "End"
            );
        }

        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_problem_that_is_chosen_is_shown_in_the_text_the_picture_and_the_form()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.ReplaceAsync("\"otherwise\": \"respond_2\"", "\"otherwise\": \"nowhere\"");
        await studio.Page.WaitForSelectorAsync(".problems li.bad");
        await studio.FollowAsync(".problems li.bad button");
        await studio.SelectedAsync("/steps/decision_1");
        await LineIsAsync(studio, "\"otherwise\": \"nowhere\"");
        await studio.Page.BecomesAsync("() => document.getElementById('step-label')?.value === 'decision_1'");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_tests_run_on_the_text_on_the_screen_and_show_their_path()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.PressAsync("Tests");
        await studio.SaysAsync("5 of 5 tests pass.");
        await studio.ReplaceAsync("Thank you. Your request is noted.", "Something else.");
        await studio.SaysAsync("4 of 5 tests pass.");
        await studio.SaysAsync("expected");
        var name = await studio.Page.EvaluateExpressionAsync<string>(
            "document.querySelector('.tests .bad + span button').innerText"
        );
        await studio.PressAsync(name);
        await studio.Page.WaitForSelectorAsync(".picture .pale");
        await studio.PictureAsync("tests");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_text_that_is_no_JSON_keeps_the_last_picture_and_locks_nothing()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.TypeAsync(1, 2, "'");
        await studio.Page.WaitForSelectorAsync(".picture.stale svg .node");
        await studio.PictureAsync("flow-with-broken-text");
        await studio.UndoAsync();
        await studio.Page.BecomesAsync("() => !document.querySelector('.picture.stale')");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task Saving_changes_the_typed_characters_and_no_other_byte()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        var before = Encoding.UTF8.GetString(await BytesAsync(studio));
        await studio.TypeAsync(1, 2, "  ");
        await studio.PressAsync("Save");
        await studio.SaysAsync("Saved");
        Assert.Equal(before.Insert(1, "  "), Encoding.UTF8.GetString(await BytesAsync(studio)));
        Assert.Empty(Drafts(studio));
    }

    [Fact]
    public async Task A_file_that_somebody_else_has_changed_is_not_overwritten_unasked()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        var before = Encoding.UTF8.GetString(await BytesAsync(studio));
        var theirs = before.Insert(1, " \"$schema\": \"flow.schema.json\",");
        await File.WriteAllTextAsync(studio.FileOf(Lead), theirs, TestContext.Current.CancellationToken);
        await studio.TypeAsync(1, 2, "  ");
        await studio.PressAsync("Save");
        await studio.SaysAsync("Somebody has changed the file since you opened it.");
        await studio.PressAsync("Compare");
        await studio.Page.WaitForSelectorAsync("dialog .monaco-diff-editor .view-line");
        // Every line of it can be read: it is as high as a line of text.
        await studio.Page.BecomesAsync(
            """
            () => [...document.querySelectorAll('dialog .view-line span')].some(text => text.innerText.includes('flowId')
              && document.elementsFromPoint(text.getBoundingClientRect().x + 20, text.getBoundingClientRect().y + 8)
                .some(shown => text.contains(shown) || shown.contains(text) && shown.matches('.view-line')))
            """
        );
        await studio.PictureAsync("comparison");
        await studio.PressAsync("Close");
        Assert.Equal(theirs, Encoding.UTF8.GetString(await BytesAsync(studio)));

        await studio.PressAsync("Take theirs");
        await studio.Page.BecomesAsync("() => monaco.editor.getModels()[0].getValue().includes('$schema')");
        await studio.SaysAsync("Saved");
        Assert.Equal(theirs, await studio.TextAsync());
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_draft_that_was_left_behind_is_offered_and_taken_over()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.TypeAsync(1, 2, " \"kept\": 1,");
        await studio.SaysAsync("Draft kept at");
        await studio.Page.ReloadAsync();
        await studio.SaysAsync("not saved.");
        await studio.PictureAsync("draft");
        await studio.PressAsync("Continue with it");
        await studio.Page.WaitForSelectorAsync(".monaco-editor .view-line");
        await studio.Page.BecomesAsync("() => monaco.editor.getModels()[0].getValue().includes('\"kept\"')");
        await studio.SaysAsync("Error CXF1004");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_phone_calls_the_text_on_the_screen()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.ReplaceAsync("Thank you. Your request is noted.", "Noted by the text on the screen.");
        await studio.SaysAsync("Draft kept at");
        await studio.PressAsync("Phone");
        await studio.PressAsync("Call");
        await studio.PressAsync("5");
        await studio.SaysAsync("The run: SUCCEEDED");
        await studio.Page.WaitForSelectorAsync(".picture .pale");
        await studio.PictureAsync("phone");
        await studio.SaysAsync("Noted by the text on the screen.");
        await studio.PressAsync("Make a test of this run");
        await studio.SaysAsync("5 of 6 tests pass.");
        await studio.HasAsync("Noted by the text on the screen. Its number is");
        await studio.PictureAsync("test-of-run");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task One_step_runs_alone_against_its_connection_or_with_an_answer()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.PressAsync("Outline");
        await studio.PressAsync("rest_api_1");
        await studio.PressAsync("Try");
        await studio.SaysAsync("POST crm:/leads");
        await studio.SaysAsync("In the situation of the test \"A new lead gets a number\".");
        await studio.PictureAsync("try");
        await studio.Page.EvaluateExpressionAsync(
            "(field => { field.value = '422'; field.dispatchEvent(new Event('change', { bubbles: true })); })"
                + "(document.getElementById('try-stub'))"
        );
        await studio.PressAsync("Try");
        await studio.SaysAsync("ApiRejected");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_flow_is_shown_as_Amazon_Connect_and_Step_Functions_see_it()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.PressAsync("On AWS");
        await studio.SaysAsync("$.External.leadId");
        await studio.SaysAsync("\"StartAt\"");
        await studio.PictureAsync("aws");
        Assert.Empty(studio.Troubles);
    }

    private static async Task LineIsAsync(StudioPage studio, string text) =>
        await studio.Page.BecomesAsync(
            "text => (editor => editor.getModel().getLineContent(editor.getPosition().lineNumber).includes(text))"
                + "(monaco.editor.getEditors()[0])",
            text
        );

    private static Task<byte[]> BytesAsync(StudioPage studio) =>
        File.ReadAllBytesAsync(studio.FileOf(Lead), TestContext.Current.CancellationToken);

    // It goes a moment after the text is as it was.
    private static async Task NoDraftAsync(StudioPage studio)
    {
        while (Drafts(studio).Length > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string[] Drafts(StudioPage studio) =>
        Directory.GetFiles(Path.GetDirectoryName(studio.FileOf(Lead))!, "*.draft");
}
