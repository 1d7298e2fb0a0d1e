namespace Cxf.Studio.Tests.Pages;

/// <summary>The picture can be used without a mouse.</summary>
public sealed class KeyboardTests(Browser browser)
{
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
}
