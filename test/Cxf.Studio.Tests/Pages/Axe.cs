using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Studio.Tests.Pages;

/// <summary>axe-core, which finds what a person without a mouse or without sight would miss.</summary>
internal static class Axe
{
    /// <summary>The script. Skips (or fails, see <see cref="Requirement"/>) where it cannot be had.</summary>
    public static string Require() => Path.Combine(NpmTool.Require("axe-core"), "node_modules", "axe-core", "axe.min.js");

    /// <summary>Checks the page as it is now.</summary>
    public static async Task FindsNothingAsync(StudioPage studio, string axe)
    {
        if (!await studio.Page.EvaluateExpressionAsync<bool>("'axe' in self"))
        {
            await studio.Page.EvaluateExpressionAsync(
                await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken) + "\n;undefined"
            );
        }

        // Monaco is a text field with its own support for screen readers.
        var faults = await studio.Page.EvaluateExpressionAsync<JsonElement>(
            """
            axe.run({ exclude: [['.monaco-editor'], ['.monaco-status']] }, { resultTypes: ['violations'] }).then(
              result => result.violations.map(
                one => ({ rule: one.id, impact: one.impact, where: one.nodes.map(node => node.html.slice(0, 160)) })))
            """
        );
        Assert.True(faults.GetArrayLength() == 0, faults.GetRawText());
    }
}
