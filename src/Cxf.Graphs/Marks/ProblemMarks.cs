using Cxf.Documents;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Marks;

/// <summary>Marks the steps that have mistakes.</summary>
public static class ProblemMarks
{
    /// <summary>Adds the marks: each error at the innermost step that contains its location.</summary>
    public static void Add(GraphMarks marks, Graph graph, IEnumerable<Diagnostic> diagnostics)
    {
        var nodes = graph.Nodes.Where(node => !node.IsDot && node.Kind != NodeKind.Missing).ToDictionary(node => node.Pointer);
        foreach (var problem in diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            for (var pointer = problem.Pointer; pointer.Length > 0; pointer = JsonPointer.Parent(pointer))
            {
                if (nodes.TryGetValue(pointer, out var node))
                {
                    var badge = marks.Has(node.Id, MarkKind.Problem) ? "" : "mistake";
                    marks.Add(node.Id, new Mark(MarkKind.Problem, problem.Message, badge));
                    break;
                }
            }
        }
    }
}
