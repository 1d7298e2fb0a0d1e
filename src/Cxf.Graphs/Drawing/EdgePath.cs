using System.Globalization;
using System.Text;
using Cxf.Graphs.Layout;

namespace Cxf.Graphs.Drawing;

/// <summary>The line of an edge: its points with round corners, and an arrow at its end.</summary>
internal static class EdgePath
{
    private const int Radius = 7;
    private const int ArrowLength = 8;
    private const int ArrowHalf = 4;

    /// <summary>The line, which ends where the arrow begins.</summary>
    public static string Line(IReadOnlyList<Spot> points)
    {
        var path = new StringBuilder(Invariant($"M{points[0].X},{points[0].Y}"));
        for (var index = 1; index < points.Count - 1; index++)
        {
            var (before, corner, after) = (points[index - 1], points[index], points[index + 1]);
            var radius = Math.Min(Radius, Math.Min(Distance(before, corner), Distance(corner, after)) / 2);
            var (start, end) = (Toward(corner, before, radius), Toward(corner, after, radius));
            path.Append(Invariant($"L{start.X},{start.Y}Q{corner.X},{corner.Y} {end.X},{end.Y}"));
        }

        var last = Toward(points[^1], points[^2], ArrowLength - 1);
        return path.Append(Invariant($"L{last.X},{last.Y}")).ToString();
    }

    /// <summary>The arrow.</summary>
    public static string Arrow(IReadOnlyList<Spot> points)
    {
        var (tip, root) = (points[^1], Toward(points[^1], points[^2], ArrowLength));
        var (dx, dy) = points[^1].X == points[^2].X ? (ArrowHalf, 0) : (0, ArrowHalf);
        return Invariant($"M{tip.X},{tip.Y}L{root.X - dx},{root.Y - dy}L{root.X + dx},{root.Y + dy}Z");
    }

    /// <summary>A point on the line from one point to the next, at a distance from the first.</summary>
    public static Spot Toward(Spot from, Spot to, int distance) =>
        new(from.X + (Math.Sign(to.X - from.X) * distance), from.Y + (Math.Sign(to.Y - from.Y) * distance));

    private static int Distance(Spot one, Spot other) => Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
