namespace Cxf.Studio.Tests.Pages;

/// <summary>A browser whose connection breaks while a person types, as after a machine has slept.</summary>
public sealed class LostConnectionTests(Browser browser)
{
    private const string Lead = "acme/create_lead";

    // A connection that is cut sends nothing more, and closes only when it is told to.
    private const string Cuttable = """
        (() => {
          const Real = WebSocket;
          window.sockets = [];
          window.WebSocket = class extends Real {
            constructor(...about) { super(...about); window.sockets.push(this); }
            send(data) { if (!this.isCut) { super.send(data); } }
          };
        })();
        """;

    [Fact]
    public async Task What_was_typed_while_the_connection_was_lost_arrives_when_it_is_back()
    {
        await using var studio = await StudioPage.OpenFlowAsync(browser, Lead, script: Cuttable);
        await studio.Page.WaitForSelectorAsync(".picture[aria-busy=false] svg .node");
        await studio.Page.EvaluateExpressionAsync("window.sockets.forEach(socket => { socket.isCut = true; })");
        await studio.TypeAsync(1, 2, " \"lost\": 1,");
        await studio.Page.EvaluateExpressionAsync("window.sockets.forEach(socket => socket.close())");
        await studio.TypeAsync(1, 2, " \"between\": 1,");
        await studio.SaysAsync("no member \"lost\"");
        await studio.SaysAsync("no member \"between\"");
        await studio.TypeAsync(1, 2, " \"after\": 1,");
        await studio.SaysAsync("no member \"after\"");
        await studio.PressAsync("Save");
        await studio.SaysAsync("Saved");
        Assert.Equal(
            await studio.TextAsync(),
            await File.ReadAllTextAsync(studio.FileOf(Lead), TestContext.Current.CancellationToken)
        );
    }
}
