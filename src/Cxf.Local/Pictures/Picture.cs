using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;

namespace Cxf.Local.Pictures;

/// <summary>A graph with its marks, to be written in one of the formats.</summary>
internal sealed record Picture(Graph Graph, GraphMarks Marks)
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["svg", "html", "mermaid"];

    /// <summary>The text of a file in a format.</summary>
    public string Write(string format) =>
        format switch
        {
            "html" => HtmlPage.Write(GraphLayout.Place(Graph), Marks),
            "mermaid" => MermaidText.Write(Graph, Marks),
            _ => SvgDrawing.Draw(GraphLayout.Place(Graph), Marks),
        };
}
