using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Tests.Output;

public class CallConsoleTests
{
    [Fact]
    public void Output_to_a_file_has_a_fixed_width_and_no_colors()
    {
        var console = CallConsole.Create();
        Assert.SkipWhen(console.Profile.Out.IsTerminal, "The tests run in a terminal.");

        Assert.Equal(CallConsole.RedirectedWidth, console.Profile.Width);
        Assert.False(console.Profile.Capabilities.Ansi);
        Assert.Equal(ColorSystem.NoColors, console.Profile.Capabilities.ColorSystem);
    }
}
