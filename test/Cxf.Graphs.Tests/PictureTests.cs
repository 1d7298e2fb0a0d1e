using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Testing;

namespace Cxf.Graphs.Tests;

public sealed class PictureTests
{
    public static TheoryData<string> All => [.. Samples.Names, "shapes", "mistakes"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_picture_is_the_same_as_before(string name) =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", "Cxf.Graphs.Tests", "Golden", name + ".svg"),
            SvgDrawing.Draw(GraphLayout.Place(Samples.Graph(name)))
        );
}
