using System.Globalization;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Drawing;

/// <summary>The outline and the icon of each kind of node: kinds differ by shape, and not only by colour.</summary>
internal static class NodeShape
{
    private const int Cut = 11;

    /// <summary>The name of the kind's colour.</summary>
    public static string ToneOf(NodeKind kind) =>
        kind switch
        {
            NodeKind.Call => "call",
            NodeKind.Decision => "decision",
            NodeKind.Transform => "transform",
            NodeKind.Wait => "wait",
            NodeKind.Flow => "flow",
            NodeKind.Answer => "answer",
            NodeKind.Failure or NodeKind.Missing or NodeKind.Unknown => "bad",
            _ => "box",
        };

    /// <summary>The outline and what else is drawn of it.</summary>
    public static string Of(GraphNode node, Area area) =>
        node.Kind switch
        {
            NodeKind.Start or NodeKind.End =>
                $"""<circle class="dot" cx="{area.Center}" cy="{area.Y + (area.Height / 2)}" r="{(area.Width / 2) - 1}"/>""",
            NodeKind.Decision => $"""<path class="shape" d="{Octagon(area)}"/>""",
            NodeKind.Answer => Rounded("shape", area, 17),
            NodeKind.Failure => Rounded("shape", area, 17) + Rounded("inner", Shrunk(area, 3), 14),
            NodeKind.Flow => Rounded("shape", area, 3)
                + $"""<path class="inner" d="M{area.X + 5},{area.Y}V{area.Bottom}M{area.Right - 5},{area.Y}V{area.Bottom}"/>""",
            NodeKind.Call => Rounded("shape", area, 5)
                + $"""<rect class="bar" x="{area.X}" y="{area.Y + 5}" width="4" height="{area.Height - 10}"/>""",
            NodeKind.Parallel or NodeKind.Loop => Rounded("shape", area, 9),
            _ => Rounded("shape", area, 3),
        };

    /// <summary>The icon, at the upper left of a node.</summary>
    public static string IconOf(NodeKind kind, Area area)
    {
        var path = kind switch
        {
            NodeKind.Call => "M3 13L13 3M6 3H13V10",
            NodeKind.Decision => "M8 2L14 8L8 14L2 8Z",
            NodeKind.Transform => "M3 6H13M3 10H13",
            NodeKind.Wait => "M8 1.5A6.5 6.5 0 1 1 7.9 1.5M8 4.5V8.5L11 10",
            NodeKind.Parallel => "M5 3V13M11 3V13",
            NodeKind.Loop => "M13.5 8A5.5 5.5 0 1 1 11 3.5M11.5 1V4H8.5",
            NodeKind.Flow => "M2 3.5H14V12.5H2ZM5 3.5V12.5M11 3.5V12.5",
            NodeKind.Answer => "M2 3H14V11H8L5 14V11H2Z",
            NodeKind.Failure => "M8 1.5A6.5 6.5 0 1 1 7.9 1.5M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5",
            _ => "M5.5 6A2.5 2.5 0 1 1 8 8.5V10M8 13V13.2",
        };
        return $"""<path class="icon" transform="translate({area.X + 12},{area.Y + 9})" d="{path}"/>""";
    }

    /// <summary>A rectangle with round corners.</summary>
    public static string Rounded(string name, Area area, int radius) =>
        $"""<rect class="{name}" x="{area.X}" y="{area.Y}" width="{area.Width}" height="{area.Height}" rx="{radius}"/>""";

    private static Area Shrunk(Area area, int by) => new(area.X + by, area.Y + by, area.Width - (2 * by), area.Height - (2 * by));

    private static string Octagon(Area area) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"M{area.X + Cut},{area.Y}H{area.Right - Cut}L{area.Right},{area.Y + Cut}V{area.Bottom - Cut}"
                + $"L{area.Right - Cut},{area.Bottom}H{area.X + Cut}L{area.X},{area.Bottom - Cut}V{area.Y + Cut}Z"
        );
}
