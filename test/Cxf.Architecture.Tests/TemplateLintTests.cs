using System.Diagnostics;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>
/// template.yaml by cfn-lint, which <c>sam validate</c> runs as samconfig.toml says: it transforms the template as SAM does and
/// knows, for example, references to a resource that a condition can leave out.
/// </summary>
public sealed class TemplateLintTests
{
    [Fact]
    public async Task Cfn_lint_finds_neither_errors_nor_warnings()
    {
        var (code, output) = await RunAsync(ProjectRoot.Path("template.yaml"));

        // It needs Python, which some machines do not have. The CI installs it.
        Assert.SkipUnless(code == 0 || await RunAsync("--version") is (0, _), "cfn-lint is not installed: pip install cfn-lint");
        Assert.Equal((0, ""), (code, output));
    }

    private static async Task<(int Code, string Output)> RunAsync(string argument)
    {
        try
        {
            using var lint = Process.Start(new ProcessStartInfo("cfn-lint", [argument]) { RedirectStandardOutput = true })!;
            var output = await lint.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await lint.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (lint.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
