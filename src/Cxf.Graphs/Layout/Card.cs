using Cxf.Graphs.Model;

namespace Cxf.Graphs.Layout;

/// <summary>The size of a node and the places of its texts, seen from its upper left corner.</summary>
internal sealed record Card(int Width, int Height)
{
    /// <summary>The width of every node that is not a box.</summary>
    public const int NodeWidth = 232;

    /// <summary>The diameter of a dot.</summary>
    public const int DotSize = 14;

    /// <summary>The most that the name of a node's kind takes, at the right of the label.</summary>
    public const int MaxKindWidth = 72;

    private const int FirstLineY = 18;
    private const int LabelX = 34;
    private const int TextX = 14;
    private const int RightPadding = 10;
    private const int FirstBaseline = 22;
    private const int LineHeight = 15;
    private const int PortHeight = 17;
    private const int BottomPadding = 12;
    private const int BoxPadding = 12;
    private const int TextWidthOfCard = NodeWidth - TextX - RightPadding;
    private const int KindGap = 8;
    private const int MaxSummaryLines = 3;

    /// <summary>Where edges from the left end: at the first line.</summary>
    public int EntryY => Math.Min(FirstLineY, Height / 2);

    public IReadOnlyList<CardLine> Lines { get; private init; } = [];

    public IReadOnlyList<SidePort> Ports { get; private init; } = [];

    public IReadOnlyList<PlacedScope> Scopes { get; private init; } = [];

    /// <summary>The card of a slot, which is nothing but a line.</summary>
    public static Card Slot { get; } = new(0, 0);

    /// <summary>The card of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="side">The edges that leave at its side.</param>
    public static Card Of(GraphNode node, IReadOnlyList<GraphEdge> side)
    {
        if (node.IsDot)
        {
            return new Card(DotSize, DotSize);
        }

        var lines = new List<CardLine>
        {
            new(LabelX, FirstBaseline, TextWidth.Fit(node.Label, LabelWidthOf(node), Font.Label), Font.Label),
        };
        var y = FirstBaseline + 2;
        foreach (var (text, font, isMuted) in TextsOf(node))
        {
            y += LineHeight;
            lines.Add(new CardLine(TextX, y, text, font, isMuted));
        }

        var ports = new List<SidePort>();
        y += ports.Count + (side.Count > 0 ? 4 : 0);
        foreach (var edge in side)
        {
            y += PortHeight;
            ports.Add(new SidePort(y - 4, edge, PortText(edge)));
        }

        y += BottomPadding;
        return node.IsBox ? Box(node, lines, ports, y) : new Card(NodeWidth, y) { Lines = lines, Ports = ports };
    }

    private static int LabelWidthOf(GraphNode node)
    {
        var kind = Math.Min(MaxKindWidth, (int)Math.Ceiling(TextWidth.Of(node.KindName, Font.Text)));
        return NodeWidth - LabelX - RightPadding - KindGap - kind;
    }

    private static IEnumerable<(string Text, Font Font, bool IsMuted)> TextsOf(GraphNode node)
    {
        var wrapped = node
            .Summary.Take(MaxSummaryLines)
            .SelectMany(
                (text, index) =>
                    TextWidth.Wrap(text, TextWidthOfCard, index == 0 && node.Kind != NodeKind.Transform ? 2 : 1, Font.Code)
            )
            .ToList();
        foreach (var (index, line) in wrapped.Index())
        {
            var isCut = index == wrapped.Count - 1 && node.Summary.Count > MaxSummaryLines;
            yield return (isCut ? $"{TextWidth.Fit(line, TextWidthOfCard - 14, Font.Code)} …" : line, Font.Code, false);
        }

        foreach (var line in TextWidth.Wrap(node.Description, TextWidthOfCard, 2, Font.Text))
        {
            yield return (line, Font.Text, true);
        }
    }

    private static string PortText(GraphEdge edge) =>
        TextWidth.Fit(
            edge.Kind == EdgeKind.Undo ? "undone by" : string.Join(", ", edge.Cases.Select(one => one.Text)),
            TextWidthOfCard - 16,
            Font.Code
        );

    private static Card Box(GraphNode node, List<CardLine> lines, List<SidePort> ports, int top)
    {
        var scopes = new List<PlacedScope>();
        var x = BoxPadding;
        foreach (var scope in node.Scopes.Select(ScopeLayout.Place))
        {
            scopes.Add(scope.Moved(x, top));
            x = scopes[^1].Area.Right + BoxPadding;
        }

        var width = Math.Max(NodeWidth, x);
        var shift = (width - x) / 2;
        var height = scopes.Max(scope => scope.Area.Height);
        return new Card(width, top + height + BoxPadding)
        {
            Lines = lines,
            Ports = ports,
            Scopes =
            [
                .. scopes
                    .Select(scope => scope.Moved(shift, 0))
                    .Select(scope => scope with { Area = scope.Area with { Height = height } }),
            ],
        };
    }
}
