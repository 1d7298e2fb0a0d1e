namespace Cxf.Studio.Tests.Pages;

/// <summary>The phone says prompts aloud where the browser has voices, in place of which the test has a list.</summary>
public sealed class SpeechTests(Browser browser)
{
    private const string Lead = "acme/create_lead";

    private const string Voices = """
        self.said = [];
        self.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        Object.defineProperty(self, 'speechSynthesis', { value: {
          getVoices: () => [{}],
          speak: (one) => self.said.push(one.text),
          cancel: () => self.said.push('(hush)'),
        } });
        """;

    [Fact]
    public async Task Prompts_are_spoken_after_it_is_switched_on_and_their_text_stays()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead, script: Voices);
        await studio.PressAsync("Phone");
        await studio.SaysAsync("Speak prompts");
        await studio.PressAsync("Call");
        await studio.SaysAsync("press 5.");
        Assert.Empty(await SaidAsync(studio));

        await studio.Page.ClickAsync("[role=switch]");
        await studio.PressAsync("5");
        await studio.SaysAsync("The run: SUCCEEDED");
        await studio.PictureAsync("speech");
        await studio.Page.BecomesAsync("() => self.said.length === 3");
        Assert.Equal(
            [
                "Thank you. Please wait a moment.",
                "Thank you. Your request is noted. Its number is L-1001.",
                "Thank you for calling. Goodbye.",
            ],
            await SaidAsync(studio)
        );
        await studio.SaysAsync("Thank you for calling. Goodbye.");

        await studio.PressAsync("Call again");
        await studio.Page.BecomesAsync("() => self.said.some(one => one.includes('press 5'))");
        await studio.PressAsync("Hang up");
        await studio.Page.BecomesAsync("() => self.said.at(-1) === '(hush)'");
        await studio.Page.ClickAsync("[role=switch]");
        await studio.PressAsync("Call again");
        await studio.SaysAsync("press 5.");
        Assert.Equal("(hush)", (await SaidAsync(studio))[^1]);
        Assert.Empty(studio.Troubles);
    }

    [Theory]
    [InlineData("Object.defineProperty(self, 'speechSynthesis', { value: undefined });")]
    [InlineData("Object.defineProperty(self, 'speechSynthesis', { value: { getVoices: () => [], cancel() {} } });")]
    public async Task Without_voices_there_is_no_switch_and_the_phone_works(string script)
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead, script: script);
        await studio.PressAsync("Phone");
        await studio.PressAsync("Call");
        await studio.PressAsync("5");
        await studio.SaysAsync("The run: SUCCEEDED");
        Assert.False(await studio.Page.EvaluateExpressionAsync<bool>("Boolean(document.querySelector('[role=switch]'))"));
        Assert.Empty(studio.Troubles);
    }

    private static Task<string[]> SaidAsync(StudioPage studio) => studio.Page.EvaluateExpressionAsync<string[]>("self.said");
}
