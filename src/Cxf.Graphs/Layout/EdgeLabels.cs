using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>The labels of a decision's branches. Error codes are at the nodes that fail, and other edges need no label.</summary>
internal static class EdgeLabels
{
    /// <summary>The height of a line.</summary>
    public const int LineHeight = 14;

    /// <summary>The space at the sides of the text.</summary>
    public const int Padding = 7;

    private const int MaxLines = 4;
    private const int MaxLinesOfCase = 2;
    private const int MaxWidth = Card.NodeWidth - (2 * Padding);

    /// <summary>The lines of a link's label; none if it has no label.</summary>
    public static IReadOnlyList<string> Of(Link link)
    {
        var isBranch = link.Edge.Kind is EdgeKind.Choice or EdgeKind.Otherwise;
        var lines = isBranch
            ? link.Edge.Cases.SelectMany(one => TextWidth.Wrap(one.Shown, MaxWidth, MaxLinesOfCase, Font.Code)).ToList()
            : [];
        return lines.Count <= MaxLines ? lines : [.. lines.Take(MaxLines - 1), "…"];
    }

    /// <summary>The height that labels need above the cells of each row, by the row before it.</summary>
    public static Dictionary<int, int> HeightsByGap(IReadOnlyList<Link> links, IReadOnlyList<IReadOnlyList<string>> labels) =>
        links
            .Zip(labels)
            .Where(pair => pair.Second.Count > 0)
            .GroupBy(pair => (pair.First.Slot ?? pair.First.To).Row - 1)
            .ToDictionary(gap => gap.Key, gap => gap.Max(pair => HeightOf(pair.Second)));

    /// <summary>The height of a label.</summary>
    public static int HeightOf(IReadOnlyList<string> lines) => (lines.Count * LineHeight) + 6;

    /// <summary>The width of a label.</summary>
    public static int WidthOf(IReadOnlyList<string> lines) =>
        (int)Math.Ceiling(lines.Max(line => TextWidth.Of(line, Font.Code))) + (2 * Padding);
}
