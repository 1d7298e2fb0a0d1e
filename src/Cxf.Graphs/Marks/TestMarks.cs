using System.Globalization;
using Cxf.Flows.FlowTests;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Marks;

/// <summary>Marks the steps and paths that no test of the flow takes.</summary>
public static class TestMarks
{
    /// <summary>Adds the marks. A flow without tests gets only a note.</summary>
    public static void Add(GraphMarks marks, Graph graph, FlowTestReport report)
    {
        if (report.Results.Count == 0)
        {
            marks.Note("The flow has no tests.");
            return;
        }

        var passed = report.Results.Count(result => result.Passed);
        var taken = report.Ways.Count(way => way.Taken > 0);
        marks.Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{passed} of {report.Results.Count} tests pass. They take {taken} of {report.Ways.Count} paths."
            )
        );

        var visited = report.Results.SelectMany(result => result.Path).ToHashSet();
        foreach (
            var node in graph.Nodes.Where(node => !node.IsDot && node.Kind != NodeKind.Missing && !visited.Contains(node.Label))
        )
        {
            marks.Add(node.Id, new Mark(MarkKind.Untested, "no test reaches it", "not tested"));
        }

        var untaken = report.UntakenWays.Select(way => way.Pointer).ToHashSet();
        foreach (var edge in graph.Edges)
        {
            var cases = edge.Cases.Where(one => untaken.Contains(one.Pointer)).ToList();
            if (cases.Count > 0)
            {
                var isWhole = edge.Kind != EdgeKind.Error || cases.Count == edge.Cases.Count;
                var which = isWhole ? "it" : string.Join(" or ", cases.Select(one => one.Text));
                marks.Add(edge.Id, new Mark(MarkKind.Untested, $"no test takes {which}"));
            }
        }
    }
}
