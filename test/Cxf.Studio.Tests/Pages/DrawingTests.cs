using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;

namespace Cxf.Studio.Tests.Pages;

/// <summary>Flows that are drawn: every edit is an edit of the text.</summary>
public sealed class DrawingTests(Browser browser)
{
    private const string Lead = "acme/create_lead";

    [Fact]
    public async Task A_step_is_inserted_filled_in_renamed_moved_and_removed_and_one_undo_serves_all()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        var before = await studio.TextAsync();
        await ChooseWayAsync(studio, "/steps/rest_api_1/next");
        await studio.SaysAsync("Insert a step before decision_1");
        await studio.PictureAsync("insert");
        await studio.PressAsync("wait");
        await studio.SelectedAsync("/steps/wait_1");
        await studio.HasAsync("\"next\": \"wait_1\"");
        await studio.FillAsync("seconds", "2");
        await studio.HasAsync("\"seconds\": 2");
        await studio.FillAsync("label", "pause");
        await studio.SelectedAsync("/steps/pause");
        await studio.HasAsync("wait_1", isThere: false);
        await studio.PictureAsync("form");

        await studio.DragAsync(".node[data-pointer=\"/steps/pause\"]", ".edge[data-pointer=\"/start\"]");
        await studio.HasAsync("\"start\": \"pause\"");
        await studio.Page.WaitForSelectorAsync(".edge[data-pointer='/start'][aria-label*=pause] .hit");
        await studio.DragAsync(".edge[data-pointer=\"/steps/pause/next\"]", ".node[data-pointer=\"/steps/decision_1\"]");
        await studio.HasAsync("\"seconds\": 2,\n      \"next\": \"decision_1\"");
        await studio.SelectedAsync("/steps/pause");
        await studio.PressAsync("Remove the step");
        await studio.HasAsync("pause", isThere: false);

        // Insert, value, label, move, connect, remove.
        for (var edit = 0; edit < 6; edit++)
        {
            await studio.PressAsync("Undo");
        }

        await studio.Page.BecomesAsync("text => monaco.editor.getModels()[0].getValue() === text", before);
        await studio.SaysAsync("Saved");
        Assert.Equal(
            before,
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(studio.FileOf(Lead), TestContext.Current.CancellationToken))
        );
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_variable_is_renamed_where_it_is_set_and_read_with_one_undo()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "acme/check_device");
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        var before = await studio.TextAsync();
        const string field = "[aria-label=\"Name of the variable asked\"]";
        await studio.Page.EvaluateExpressionAsync(
            "document.querySelector('.node[data-pointer=\"/steps/transform_1\"]')"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))"
        );
        await studio.Page.WaitForSelectorAsync(field);
        await studio.PictureAsync("variable");
        await RenameAsync("count");
        await studio.SaysAsync("\"count\" is a name that expressions need.");
        await RenameAsync("another_name");
        await studio.Page.WaitForSelectorAsync("[aria-label=\"Name of the variable another_name\"]");
        await studio.HasAsync("$asked", isThere: false);
        await studio.HasAsync("\"assign\": { \"another_name\": \"{% $another_name + 1 %}\" }");
        await studio.SaysAsync("No problems");
        await studio.UndoAsync();
        Assert.Equal(before, await studio.TextAsync());
        Assert.Empty(studio.Troubles);

        Task RenameAsync(string name) =>
            studio.Page.EvaluateFunctionAsync(
                "(field, name) => { const input = document.querySelector(field); input.value = name; "
                    + "input.dispatchEvent(new Event('change', { bubbles: true })); }",
                field,
                name
            );
    }

    [Fact]
    public async Task An_expression_shows_its_value_with_the_data_of_a_test()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await ChooseAsync(studio, "/steps/rest_api_1");
        await studio.SaysAsync("\"interest\":\"key 5\"");
        await studio.SaysAsync("with the test \"A new lead gets a number\"");
        await ChooseAsync(studio, "/steps/respond_1");
        await studio.SaysAsync("\"Thank you. Your request is noted. Its number is L-1001.\"");
        await studio.PictureAsync("values");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words_and_what_is_no_value_stays_on_the_screen()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        var before = await studio.TextAsync();
        await ChooseAsync(studio, "/steps/rest_api_1");
        await studio.FillAsync("label", "decision_1");
        await studio.SaysAsync("There is a step, a branch or a variable \"decision_1\" already.");
        await studio.FillAsync("timeoutSeconds", "three");
        await studio.SaysAsync("Write a number.");
        await studio.FillAsync("body", "{ \"a\": }");
        await studio.SaysAsync("This is neither JSON nor an expression");
        Assert.Equal(before, await studio.TextAsync());
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_copied_step_is_pasted_into_another_flow()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await ChooseAsync(studio, "/steps/rest_api_1");
        await studio.SaysAsync("Remove the step");
        await studio.PressAsync("Copy");
        await studio.Page.EvaluateExpressionAsync("document.querySelector('.brand').click()");
        await studio.Page.WaitForSelectorAsync("a[href$=welcome]");
        await studio.Page.EvaluateExpressionAsync("document.querySelector('a[href$=welcome]').click()");
        await studio.Page.WaitForSelectorAsync(".monaco-editor .view-line");
        await ChooseWayAsync(studio, "/start");
        await studio.PressAsync("Paste");
        await studio.HasAsync("\"path\": \"/leads\"");
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task A_call_to_a_described_API_is_filled_in_from_its_description()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, "cedar/new_lead");
        await ChooseAsync(studio, "/steps/find_lead");
        Assert.Equal(
            ["addNote", "changeLead", "createLead", "findLeads", "getLead"],
            (
                await studio.Page.EvaluateExpressionAsync<string[]>(
                    "[...document.querySelector('#field-steps-find_lead-operation').list.options].map(one => one.value)"
                )
            ).Order()
        );
        await studio.SaysAsync("GET /leads");
        await studio.SaysAsync("phone: query, required, string");
        await ChooseAsync(studio, "/steps/create_lead");
        await studio.SaysAsync("phone: required, string");
        await studio.PictureAsync("form-described");

        // The editor completes from the same description.
        var described = await studio.Page.EvaluateExpressionAsync<string>(
            "JSON.stringify(monaco.languages.json.jsonDefaults.diagnosticsOptions.schemas[0].schema.$defs.restApi.allOf)"
        );
        Assert.Contains("findLeads", described);
        Assert.Contains("X-Request-Source", described);
        Assert.Empty(studio.Troubles);
    }

    [Fact]
    public async Task The_keyboard_alone_builds_a_flow()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.FocusAsync(".picture");
        await studio.Page.Keyboard.PressAsync("ArrowDown");
        await studio.SelectedAsync("/steps/rest_api_1");
        await studio.Page.Keyboard.PressAsync("+");
        await studio.SaysAsync("Insert a step before decision_1");
        await studio.Page.BecomesAsync("() => document.activeElement?.closest('.insert')");
        await studio.Page.Keyboard.PressAsync("Tab");
        await studio.Page.Keyboard.PressAsync("Tab");
        await studio.Page.Keyboard.PressAsync("Enter");
        await studio.SelectedAsync("/steps/transform_1");
        // The keys are the picture's again, for the step that is new.
        await studio.Page.BecomesAsync("() => document.activeElement?.matches('.picture')");
        await studio.Page.Keyboard.PressAsync("F2");
        await studio.Page.BecomesAsync("() => document.activeElement?.id === 'step-label'");
        await studio.Page.FocusAsync(".picture");
        await studio.Page.Keyboard.PressAsync("Delete");
        await studio.HasAsync("transform_1", isThere: false);
        await studio.Page.Keyboard.DownAsync("Control");
        await studio.Page.Keyboard.PressAsync("z");
        await studio.Page.Keyboard.UpAsync("Control");
        await studio.HasAsync("transform_1");
        Assert.Empty(studio.Troubles);
    }

    [Theory]
    [InlineData("acme/create_lead")]
    [InlineData("acme/order_overview")]
    [InlineData("acme/report_problem")]
    public async Task A_flow_that_is_drawn_is_the_one_that_was_written_by_hand(string flow)
    {
        await using var studio = await StudioPage.OpenAsync(browser, "flows/acme/missing");
        var cancellationToken = TestContext.Current.CancellationToken;
        var written = JsonNode.Parse(await File.ReadAllTextAsync(studio.FileOf(flow), cancellationToken))!;
        var undrawn = written.DeepClone().AsObject();
        undrawn.Remove("start");
        undrawn["steps"] = new JsonObject();
        await File.WriteAllTextAsync(studio.FileOf(flow), undrawn.ToJsonString(), cancellationToken);
        await studio.OpenFlowAsync(flow);
        await new FlowDrawer(studio).DrawAsync(JsonElement.Parse(written.ToJsonString()));
        await studio.PictureAsync($"drawn-{flow.Replace('/', '-')}");
        await studio.SaysAsync("No problems.");
        await studio.PressAsync("Save");
        await studio.SaysAsync("Saved");
        var drawn = JsonNode.Parse(await File.ReadAllTextAsync(studio.FileOf(flow), cancellationToken));
        Assert.True(JsonNode.DeepEquals(written, drawn), drawn!.ToJsonString());
        Assert.Empty(studio.Troubles);
    }

    private static async Task ChooseAsync(StudioPage studio, string step)
    {
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.EvaluateFunctionAsync(
            "step => document.querySelector(`.node[data-pointer=\"${step}\"]`)"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            step
        );
        await studio.SelectedAsync(step);

        // The form follows the mark.
        await studio.Page.BecomesAsync("label => document.getElementById('step-label')?.value === label", JsonPointer.Last(step));
    }

    private static async Task ChooseWayAsync(StudioPage studio, string way)
    {
        await studio.Page.WaitForSelectorAsync($".picture[aria-busy=false] .edge[data-pointer=\"{way}\"] .hit");
        await studio.Page.EvaluateFunctionAsync(
            "way => document.querySelector(`.edge[data-pointer=\"${way}\"] .hit`)"
                + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))",
            way
        );
    }
}
