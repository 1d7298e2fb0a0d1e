using System.Globalization;
using System.Text;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;

namespace Cxf.Graphs.Drawing;

/// <summary>A graph as a Mermaid flowchart, for pages that draw those themselves. Mermaid decides its layout.</summary>
public sealed class MermaidText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _ids = [];
    private readonly GraphMarks _marks;

    private MermaidText(Graph graph, GraphMarks marks)
    {
        _marks = marks;
        foreach (var node in graph.Nodes)
        {
            _ids[node.Id] = string.Create(CultureInfo.InvariantCulture, $"n{_ids.Count}");
        }
    }

    /// <summary>The text.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="marks">What is known of its nodes and edges besides. Default: nothing.</param>
    public static string Write(Graph graph, GraphMarks? marks = null)
    {
        var text = new MermaidText(graph, marks ?? new GraphMarks());
        text.Line(0, "flowchart TD");
        text.Line(1, $"accTitle: {OneLine(graph.Name)}");
        if (graph.Description.Length > 0)
        {
            text.Line(1, $"accDescr: {OneLine(graph.Description)}");
        }

        text.Write(graph.Body, 1);
        return text._text.ToString();
    }

    private void Write(GraphScope scope, int depth)
    {
        foreach (var node in scope.Nodes)
        {
            if (node.IsBox)
            {
                Line(depth, $"subgraph {_ids[node.Id]}[{Quoted(TextOf(node))}]");
                foreach (var (index, inner) in node.Scopes.Index())
                {
                    if (inner.Title.Length > 0)
                    {
                        Line(depth + 1, $"subgraph {_ids[node.Id]}b{index}[{Quoted(inner.Title)}]");
                        Write(inner, depth + 2);
                        Line(depth + 1, "end");
                    }
                    else
                    {
                        Write(inner, depth + 1);
                    }
                }

                Line(depth, "end");
            }
            else
            {
                Line(depth, _ids[node.Id] + Shape(node));
            }
        }

        foreach (var edge in scope.Edges)
        {
            var text = string.Join(
                "\n",
                edge.Cases.Select(one => one.Shown).Where(one => one.Length > 0).Concat(Badges(edge.Id))
            );
            var line = edge.Kind is EdgeKind.Next or EdgeKind.Choice
                ? (_marks.Has(edge.Id, MarkKind.Visited) ? "==>" : "-->")
                : "-.->";
            Line(depth, $"{_ids[edge.From]} {line}{(text.Length > 0 ? $"|{Quoted(text)}|" : "")} {_ids[edge.To]}");
        }
    }

    private string Shape(GraphNode node) =>
        node.Kind switch
        {
            NodeKind.Start => "((start))",
            NodeKind.End => "((end))",
            NodeKind.Decision => $"{{{{{Quoted(TextOf(node))}}}}}",
            NodeKind.Answer => $"([{Quoted(TextOf(node))}])",
            NodeKind.Failure => $"[[{Quoted(TextOf(node))}]]",
            NodeKind.Flow => $"[/{Quoted(TextOf(node))}/]",
            _ => $"[{Quoted(TextOf(node))}]",
        };

    private string TextOf(GraphNode node) =>
        string.Join(
            "\n",
            ((string[])[node.Label, .. node.Summary, node.Description, .. Badges(node.Id)]).Where(line => line.Length > 0)
        );

    private IEnumerable<string> Badges(string id) =>
        _marks
            .Of(id)
            .Where(mark => mark.Kind is not (MarkKind.Skipped or MarkKind.Slowest or MarkKind.Visited) || mark.Badge.Length > 0)
            .Select(mark => mark.Badge.Length > 0 ? mark.Badge : mark.Words);

    // Entities, because Mermaid has no escape for quotes, and reads HTML and Markdown.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.Value switch
                {
                    '\n' => "<br/>",
                    '"' or '<' or '>' or '&' or '#' or ';' or '`' or '*' or '_' or '\\' or '|' or < ' ' => string.Create(
                        CultureInfo.InvariantCulture,
                        $"#{rune.Value};"
                    ),
                    _ => rune.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }

    // A title has no quotes and no entities, so signs that end it or are markup are left out.
    private static string OneLine(string text) =>
        string.Join(
            ' ',
            string.Concat(text.Where(letter => !char.IsControl(letter) && letter is not ('<' or '>' or '{' or '}' or '#')))
                .Replace(';', ',')
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
