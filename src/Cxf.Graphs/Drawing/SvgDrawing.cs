using System.Globalization;
using System.Text;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Drawing;

/// <summary>
/// Draws a placed graph as SVG. Every node and edge has its location in the document (<c>data-pointer</c>) and its words, and
/// comes in the order of the flow, so that a screen reader follows it.
/// </summary>
public sealed class SvgDrawing
{
    private const int BadgeHeight = 16;
    private const int BadgeMargin = 8;
    private const int BadgePadding = 12;
    private const int BadgeGap = 4;
    private const int SignRadius = 8;

    private readonly PlacedGraph _graph;
    private readonly GraphMarks _marks;
    private readonly StringBuilder _svg = new();
    private readonly List<string> _pieces = [];
    private readonly Dictionary<string, GraphNode> _nodes;

    private SvgDrawing(PlacedGraph graph, GraphMarks marks)
    {
        (_graph, _marks) = (graph, marks);
        _nodes = graph.Graph.Nodes.ToDictionary(node => node.Id);
    }

    /// <summary>The picture, complete with its style.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="marks">What is known of its nodes and edges besides. Default: nothing.</param>
    public static string Draw(PlacedGraph graph, GraphMarks? marks = null) => InPieces(graph, marks).ToString();

    /// <summary>The same picture in pieces, for a page that replaces only what has changed.</summary>
    public static SvgPieces InPieces(PlacedGraph graph, GraphMarks? marks = null) =>
        new SvgDrawing(graph, marks ?? new GraphMarks()).Draw();

    /// <summary>The ID of a node's element.</summary>
    public static string ElementId(GraphNode node) => XmlText.Id("n", node.Id);

    internal static int WidthOf(PlacedGraph graph) => graph.Body.Area.Right + GraphLayout.Margin;

    private SvgPieces Draw()
    {
        var (width, height) = (WidthOf(_graph), _graph.Body.Area.Bottom + GraphLayout.Margin);
        var (name, text) = (XmlText.Escape(_graph.Graph.Name), XmlText.Escape(DescriptionOf()));
        Line($"""<title id="graph-title">{name}</title>""");
        EndPiece();
        Line($"""<desc id="graph-desc">{text}</desc>""");
        EndPiece();
        Line($"<style>{SvgStyle.Sheet}</style>");
        EndPiece();
        Draw(_graph.Body, EndPiece);
        return new SvgPieces(width, height, _pieces);
    }

    // What has nothing to say is a piece, too: the same steps with other marks have as many pieces.
    private void EndPiece()
    {
        _pieces.Add(_svg.ToString());
        _svg.Clear();
    }

    private string DescriptionOf()
    {
        var steps = _graph.Graph.Nodes.Count(node => !node.IsDot && node.Kind != NodeKind.Missing);
        var count = string.Create(CultureInfo.InvariantCulture, $"{steps} {(steps == 1 ? "step" : "steps")}.");
        return string.Join(' ', ((string[])[_graph.Graph.Description, count, .. _marks.Notes]).Where(part => part.Length > 0));
    }

    // Lines first, so that no line covers a text.
    private void Draw(PlacedScope scope, Action? drawn = null)
    {
        foreach (var edge in scope.Edges)
        {
            Draw(edge);
            drawn?.Invoke();
        }

        foreach (var node in scope.Nodes)
        {
            Draw(node);
            drawn?.Invoke();
        }

        foreach (var edge in scope.Edges)
        {
            DrawLabel(edge);
            drawn?.Invoke();
        }
    }

    private void Draw(PlacedEdge placed)
    {
        var edge = placed.Edge;
        var words =
            $"{Words.NameOf(_nodes[edge.From])}, {Words.When(edge)}: {Words.NameOf(_nodes[edge.To])}."
            + Words.Of(_marks.Of(edge.Id));
        Open($"edge {ClassOf(edge)}{Emphasis(edge.Id)}", "connection", words, edge.Id);
        Line(
            $"""<path class="line" d="{EdgePath.Line(placed.Points)}"/>"""
                + $"""<path class="arrow" d="{EdgePath.Arrow(placed.Points)}"/></g>"""
        );
    }

    private void DrawLabel(PlacedEdge placed)
    {
        var sign = Legend.EdgeSign(_marks.Of(placed.Edge.Id));
        if (placed.Label is null && sign is null)
        {
            return;
        }

        Line($"""<g class="{ClassOf(placed.Edge)}{Emphasis(placed.Edge.Id)}" aria-hidden="true">""");
        if (placed.Label is { } label)
        {
            var area = label.Area;
            var full = XmlText.Escape(string.Join("\n", placed.Edge.Cases.Select(one => one.Shown)));
            Line($"<g><title>{full}</title>{NodeShape.Rounded("pill", area, 9)}</g>");
            foreach (var (index, line) in label.Lines.Index())
            {
                Text("code", area.X + EdgeLabels.Padding, area.Y + 13 + (index * EdgeLabels.LineHeight), line);
            }
        }

        if (sign is not null)
        {
            var (x, y) = SignPlace(placed);
            Badge(x - SignRadius, y - (BadgeHeight / 2), 2 * SignRadius, sign, sign == "!" ? " wrong" : "");
        }

        Line("</g>");
    }

    // Edges share their beginning with others of the same decision, and their end with others to the same step.
    private static (int X, int Y) SignPlace(PlacedEdge placed)
    {
        var spot = EdgePath.Toward(placed.Points[0], placed.Points[1], placed.Edge.IsSide ? 12 : 10);
        return placed.Label is { } label
            ? (label.Area.X - SignRadius + 3, label.Area.Y + (label.Area.Height / 2))
            : (spot.X, spot.Y);
    }

    private void Draw(PlacedNode placed)
    {
        var (node, area) = (placed.Node, placed.Area);
        var marks = _marks.Of(node.Id);
        var unreachable = placed.IsReached || node.IsDot ? "" : " Nothing leads to this step.";
        Open(
            $"node tone-{NodeShape.ToneOf(node.Kind)}{NodeClass(placed)}{Emphasis(node.Id)}",
            "step",
            Words.Of(node) + unreachable + Words.Of(marks),
            node.Pointer,
            $"""id="{ElementId(node)}" """
        );
        Line(NodeShape.Of(node, area));
        if (!node.IsDot)
        {
            Line($"<title>{XmlText.Escape(string.Join('\n', [node.Label, .. node.Summary, node.Description]).Trim())}</title>");
            Line(NodeShape.IconOf(node.Kind, area));
            Text("kind", area.Right - 12, area.Y + 21, TextWidth.Fit(node.KindName, Card.MaxKindWidth, Font.Text));
        }

        foreach (var line in placed.Lines)
        {
            Text(
                line.Font == Font.Label ? "label"
                    : line.Font == Font.Code ? "code"
                    : line.IsMuted ? "muted"
                    : "",
                line.X,
                line.Y,
                line.Text
            );
        }

        foreach (var port in placed.Ports)
        {
            Text(port.Edge.Kind == EdgeKind.Error ? "kind code port" : "kind code", area.Right - 10, port.Y + 4, port.Text);
        }

        foreach (var scope in placed.Scopes)
        {
            Line(NodeShape.Rounded("frame", scope.Area, 6));
            Text("label", scope.Area.X + 10, scope.Area.Y + 18, TextWidth.Fit(scope.Scope.Title, 160, Font.Label));
            Draw(scope);
        }

        DrawBadges(marks, area);
        Line("</g>");
    }

    // On the upper border at the right of the arrow. What has no room there is on the lower border, at the left of the next one.
    private void DrawBadges(IReadOnlyList<Mark> marks, Area area)
    {
        var (left, right) = (area.X + BadgeMargin, area.Right - BadgeMargin);
        foreach (var mark in marks.Where(mark => mark.Badge.Length > 0))
        {
            var text = TextWidth.Fit(mark.Badge, (area.Width / 2) - (2 * BadgeMargin) - BadgePadding, Font.Text);
            var width = (int)Math.Ceiling(TextWidth.Of(text, Font.Text)) + BadgePadding;
            var tone =
                mark.Kind is MarkKind.Failed or MarkKind.Problem ? " wrong"
                : mark.Kind == MarkKind.Bound ? " quiet"
                : "";
            if (right - width >= area.Center + BadgeMargin)
            {
                Badge(right - width, area.Y - (BadgeHeight / 2) - 1, width, text, tone);
                right -= width + BadgeGap;
            }
            else
            {
                Badge(left, area.Bottom - (BadgeHeight / 2), width, text, tone);
                left += width + BadgeGap;
            }
        }
    }

    private void Badge(int x, int y, int width, string text, string tone) =>
        Line(
            $"""<g class="badge{tone}"><rect x="{x}" y="{y}" width="{width}" height="{BadgeHeight}" rx="8"/>"""
                + $"""<text x="{x + (width / 2)}" y="{y + 12}">{XmlText.Escape(text)}</text></g>"""
        );

    private string NodeClass(PlacedNode placed) =>
        placed.Node.Kind == NodeKind.End ? " end"
        : placed.Node.Kind == NodeKind.Failure ? " bad"
        : placed.Node.Kind is NodeKind.Missing or NodeKind.Unknown ? " bad broken"
        : !placed.IsReached || _marks.Has(placed.Node.Id, MarkKind.Untested) ? " broken"
        : "";

    private string Emphasis(string id) =>
        string.Concat(
            _marks
                .Of(id)
                .Select(mark =>
                    mark.Kind switch
                    {
                        MarkKind.Failed => " failed",
                        MarkKind.Slowest or MarkKind.Visited or MarkKind.Added or MarkKind.Changed => " strong",
                        MarkKind.Skipped => " pale",
                        MarkKind.Removed => " gone broken",
                        _ => "",
                    }
                )
                .Distinct()
        );

    private static string ClassOf(GraphEdge edge) => edge.Kind.ToString().ToLowerInvariant();

    private void Open(string classes, string role, string words, string pointer, string id = "") =>
        Line(
            $"""<g {id}class="{classes}" role="graphics-symbol img" aria-roledescription="{role}" """
                + $"""aria-label="{XmlText.Escape(words)}" data-pointer="{XmlText.Escape(pointer)}">"""
        );

    private void Text(string name, int x, int y, string text)
    {
        if (text.Length > 0)
        {
            Line($"""<text class="{name}" x="{x}" y="{y}">{XmlText.Escape(text)}</text>""");
        }
    }

    private void Line(string line) => _svg.Append(line.ReplaceLineEndings("\n")).Append('\n');
}
