using Cxf.Flows.FlowTests;
using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Pictures;

/// <summary>A graph with its marks, to be written in one of the formats.</summary>
internal sealed record Picture(Graph Graph, GraphMarks Marks)
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["svg", "html", "mermaid"];

    /// <summary>The picture of a document alone.</summary>
    public static Picture Plain(FlowDocument document) => new(GraphOf(document), new GraphMarks());

    /// <summary>
    /// The picture of a document, of a flow or a state machine, with its mistakes; with the results of its tests also with its
    /// times, the slowest path, and what no test takes.
    /// </summary>
    public static Picture Of(FlowDocument document, FlowTestReport? tests = null)
    {
        var picture = Plain(document);
        var (graph, marks) = picture;
        if (!StateMachineGraphReader.IsStateMachine(document.Source.Root))
        {
            ProblemMarks.Add(marks, graph, document.Reading.Diagnostics);
        }

        if (tests is not null && document.Reading.Timing is { } timing)
        {
            TimingMarks.Add(marks, graph, timing);
            TestMarks.Add(marks, graph, tests);
        }

        return picture;
    }

    /// <summary>The picture of a document with the path of a run.</summary>
    /// <param name="document">The version that ran.</param>
    /// <param name="rows">The history of the run.</param>
    /// <param name="note">A sentence about the run. Default: none.</param>
    public static Picture OfRun(FlowDocument document, IReadOnlyList<HistoryRow> rows, string? note = null)
    {
        var picture = Plain(document);
        var (graph, marks) = picture;
        if (note is not null)
        {
            marks.Note(note);
        }

        var visits = RunVisits.Of(rows, graph);
        if (visits.Count == 0)
        {
            marks.Note("The history has no steps of this flow.");
        }
        else
        {
            RunMarks.Add(marks, graph, visits);
        }

        return picture;
    }

    /// <summary>The text of a file in a format.</summary>
    public string Write(string format) =>
        format switch
        {
            "html" => HtmlPage.Write(GraphLayout.Place(Graph), Marks),
            "mermaid" => MermaidText.Write(Graph, Marks),
            _ => SvgDrawing.Draw(GraphLayout.Place(Graph), Marks),
        };

    private static Graph GraphOf(FlowDocument document) =>
        StateMachineGraphReader.IsStateMachine(document.Source.Root)
            ? StateMachineGraphReader.Read(document.Source.Root, Path.GetFileNameWithoutExtension(document.File.Path))
            : FlowGraphReader.Read(document.Source);
}
