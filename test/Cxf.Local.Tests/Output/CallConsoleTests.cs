using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Tests.Output;

public class CallConsoleTests
{
    [Fact]
    public void Output_to_a_file_has_no_colors_and_no_width()
    {
        using var file = new StringWriter();
        var console = CallConsole.Create(file);

        Assert.Null(new Lines(console).Width);
        Assert.False(console.Profile.Capabilities.Ansi);
        Assert.Equal(ColorSystem.NoColors, console.Profile.Capabilities.ColorSystem);
    }
}
