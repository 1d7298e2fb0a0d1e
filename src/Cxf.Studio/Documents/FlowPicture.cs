using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Model;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Pictures;
using Cxf.Local.Runs;

namespace Cxf.Studio.Documents;

/// <summary>
/// The picture and the outline of a text, as <c>cxf graph</c> draws them. Of a flow with mistakes they show as much as can be
/// read.
/// </summary>
public sealed class FlowPicture
{
    private const string End = "#end";

    private readonly FlowDocument _document;
    private readonly Graph _graph;
    private readonly List<(JsonPosition Start, GraphNode Node)> _places;

    private FlowPicture(FlowDocument document, Picture picture)
    {
        var (graph, marks) = picture;
        (_document, _graph) = (document, graph);
        Drawing = SvgDrawing.InPieces(GraphLayout.Place(graph), marks);
        Outline = Cxf.Graphs.Drawing.Outline.Of(graph, marks);
        Notes = marks.Notes;
        _places =
        [
            .. Steps(graph)
                .Select(node => (document.Source.PositionOfName(node.Pointer), node))
                .OrderBy(place => place.Item1.Line)
                .ThenBy(place => place.Item1.Column),
        ];
    }

    /// <summary>The drawing.</summary>
    internal SvgPieces Drawing { get; }

    /// <summary>The same as words.</summary>
    internal IReadOnlyList<OutlineItem> Outline { get; }

    /// <summary>The results of the flow's tests; null for a text with errors.</summary>
    internal FlowTestReport? Tests { get; private init; }

    /// <summary>Sentences about the whole flow, such as how long it can take.</summary>
    internal IReadOnlyList<string> Notes { get; }

    /// <summary>The picture of a text with its times and what no test takes; null if the text is not JSON.</summary>
    /// <param name="document">The text.</param>
    /// <param name="tests">The results of its tests; null while they are not known.</param>
    internal static FlowPicture? Of(FlowDocument document, FlowTestReport? tests) =>
        document.Source.SyntaxProblem is null ? new FlowPicture(document, Picture.Of(document, tests)) { Tests = tests } : null;

    /// <summary>A picture of a document with marks of its own: a run of it, or a difference.</summary>
    internal static FlowPicture Of(FlowDocument document, Picture picture) => new(document, picture);

    /// <summary>The picture of the same text with the path of a call's run.</summary>
    internal FlowPicture With(ExecutionReport run) => With(run.Rows);

    /// <summary>The picture of the same text with the path of a test.</summary>
    internal FlowPicture With(FlowTestResult test) => With(HistoryRows.From(ExecutionEvents.Of(test.History), (_, _) => null));

    private FlowPicture With(IReadOnlyList<HistoryRow> rows) => new(_document, Picture.OfRun(_document, rows)) { Tests = Tests };

    /// <summary>The location of the step with a label; null if the flow has no such step.</summary>
    internal string? PointerOf(string label) => _graph.ByLabel().GetValueOrDefault(label)?.Pointer;

    /// <summary>Where the step at a pointer begins in the text.</summary>
    internal JsonPosition PositionOf(string pointer) => _document.Source.PositionOfName(pointer);

    /// <summary>The location of the step in which a place of the text is; null outside all steps.</summary>
    internal string? PointerAt(int line, int column)
    {
        var before = _places.FindLastIndex(place =>
            place.Start.Line < line || (place.Start.Line == line && place.Start.Column <= column)
        );
        return before < 0 ? null : _places[before].Node.Pointer;
    }

    /// <summary>
    /// The ways that one line of the picture shows: a line stands for all choices, or all errors, that lead to the same step.
    /// </summary>
    internal IReadOnlyList<string> WaysOf(string line) =>
        _graph.Edges.FirstOrDefault(edge => edge.Id == line) is { } edge ? [.. edge.Cases.Select(one => WayOf(one.Pointer))] : [];

    /// <summary>The way on from a step that is usually taken; null for one that ends the flow.</summary>
    internal string? UsualWayOf(string step) =>
        Steps(_graph).Any(node => node.Pointer == step && node.Kind is (NodeKind.Answer or NodeKind.Failure))
            ? null
            : WaysFrom(step).FirstOrDefault(JsonPointer.Append(step, "next"));

    private IEnumerable<string> WaysFrom(string step) =>
        _graph
            .Edges.Where(edge => edge.From == step && !edge.IsSide)
            .OrderBy(edge => edge.Kind is not (EdgeKind.Next or EdgeKind.Otherwise))
            .Select(edge => WayOf(edge.Cases[0].Pointer));

    // The end of a branch is no member of the text yet.
    private static string WayOf(string pointer) =>
        pointer.EndsWith(End, StringComparison.Ordinal) ? JsonPointer.Append(pointer[..^End.Length], "next") : pointer;

    /// <summary>The element of the step at a pointer; null if no step is there.</summary>
    internal string? ElementOf(string pointer) =>
        Steps(_graph).FirstOrDefault(node => node.Pointer == pointer) is { } node ? SvgDrawing.ElementId(node) : null;

    private static IEnumerable<GraphNode> Steps(Graph graph) =>
        graph.Nodes.Where(node => !node.IsDot && node.Kind != NodeKind.Missing);
}
