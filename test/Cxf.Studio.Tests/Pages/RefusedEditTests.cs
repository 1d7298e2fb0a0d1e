namespace Cxf.Studio.Tests.Pages;

/// <summary>The form never shows for long what the text does not have.</summary>
public sealed class RefusedEditTests(Browser browser)
{
    [Fact]
    public async Task A_label_that_is_refused_gives_way_to_that_of_the_text_and_the_reason_goes_with_the_step()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.PressAsync("Outline");
        (string Label, string Reason)[] refused =
        [
            ("respond_1", "There is a step, a branch or a variable \"respond_1\" already."),
            ("", "A name must be a letter"),
            ("a b", "A name must be a letter"),
        ];
        foreach (var (label, reason) in refused)
        {
            await studio.PressAsync("rest_api_1");
            await studio.Page.BecomesAsync("() => document.getElementById('step-label')?.value === 'rest_api_1'");
            await studio.FillAsync("label", label);
            await studio.SaysAsync(reason);
            await studio.Page.BecomesAsync("() => document.getElementById('step-label').value === 'rest_api_1'");
            await studio.PressAsync("decision_1");
            await studio.Page.BecomesAsync("() => !document.querySelector('main > .notice.bad')");
        }

        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_number_that_is_none_stays_with_its_problem_until_the_text_has_another_one()
    {
        const string field = "document.getElementById('field-steps-rest_api_1-timeoutSeconds')";
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.PressAsync("Outline");
        await studio.PressAsync("rest_api_1");
        await studio.FillAsync("timeoutSeconds", "soon");
        await studio.Page.WaitForSelectorAsync(".field p.bad");
        Assert.Equal("soon", await studio.Page.EvaluateExpressionAsync<string>($"{field}.value"));
        await studio.ReplaceAsync("\"timeoutSeconds\": 3", "\"timeoutSeconds\": 4");
        await studio.Page.BecomesAsync($"() => {field}.value === '4' && !document.querySelector('.field p.bad')");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task An_edit_that_crosses_what_a_person_types_is_never_made_in_the_wrong_place()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        await studio.PressAsync("Outline");
        await studio.PressAsync("rest_api_1");
        await studio.SelectedAsync("/steps/rest_api_1");
        await studio.Page.WaitForSelectorAsync("#insertfield-steps-rest_api_1-next");
        await studio.FollowAsync("#insertfield-steps-rest_api_1-next");
        await studio.Page.WaitForSelectorAsync(".insert button");
        var before = await studio.TextAsync();

        // Of several changes in one moment, all but the first wait for an answer, which the click does not.
        await studio.Page.EvaluateExpressionAsync(
            """
            (editor => {
              for (let key = 0; key < 40; key++) {
                editor.executeEdits('keyboard', [{ range: new monaco.Range(1, 2, 1, 2), text: '\n' }]);
              }
              document.querySelector('.insert button').click();
            })(monaco.editor.getEditors()[0])
            """
        );
        await studio.Page.BecomesAsync(
            "() => monaco.editor.getModels()[0].getValue().includes('rest_api_2') || document.querySelector('main > .notice.bad')"
        );
        var after = await studio.TextAsync();
        Assert.True(after.Contains("rest_api_2") || after == before.Insert(1, new string('\n', 40)), after);
        using var document = System.Text.Json.JsonDocument.Parse(after);
        Assert.Equal(after.Contains("rest_api_2"), document.RootElement.GetProperty("steps").TryGetProperty("rest_api_2", out _));
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task Nothing_is_inserted_or_pasted_after_a_step_that_ends_the_flow()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/create_lead");
        var before = await studio.TextAsync();
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        foreach (var step in (string[])["respond_1", "fail_1"])
        {
            await NothingFollowsAsync(studio, step);
        }

        Assert.Equal(before, await studio.TextAsync());
        Assert.Empty(studio.Troubles);
    }

    private static async Task NothingFollowsAsync(StudioPage studio, string step)
    {
        await studio.Page.EvaluateFunctionAsync(
            "step => document.querySelector(`.node[data-pointer=\"/steps/${step}\"]`)"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            step
        );
        await studio.SelectedAsync($"/steps/{step}");
        await studio.Page.FocusAsync(".picture");
        await studio.Page.Keyboard.PressAsync("Insert");
        await studio.SaysAsync($"{step} ends the flow, so nothing can follow it.");
        Assert.Empty(await studio.Page.QuerySelectorAllAsync(".insert"));
        await studio.Page.EvaluateExpressionAsync(
            """
            (data => {
              data.setData('text/plain', '{"again": {"kind": "wait", "seconds": 1}}');
              document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
            })(new DataTransfer())
            """
        );
        await studio.PressAsync("Outline");
        await studio.PressAsync("decision_1");
        await studio.Page.BecomesAsync("() => !document.querySelector('main > .notice.bad')");
        await studio.PressAsync("Picture");
    }
}
