using System.Globalization;
using System.Text;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;

namespace Cxf.Graphs.Drawing;

/// <summary>
/// A page with the picture, its outline and a legend. It is complete in itself: it has no script, and loads nothing.
/// </summary>
public sealed class HtmlPage
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{margin:0;font:15px/1.5 "Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif}
        body{color:#1b2430;background:#f8fafc}
        main{display:grid;grid-template-columns:minmax(0,1fr) minmax(18rem,26rem);gap:1.5rem;padding:1.5rem;align-items:start}
        header{padding:1.5rem 1.5rem 0;max-width:70rem}
        h1{margin:0;font-size:1.5rem}h2{font-size:1.05rem;margin:0 0 .5rem}p{margin:.35rem 0}
        .picture{overflow:auto;background:#fff;border:1px solid #cbd5e1;border-radius:10px;padding:.5rem}
        .picture svg{display:block;width:100%;height:auto}
        aside{font-size:.9rem;max-height:calc(100vh - 3rem);overflow:auto;position:sticky;top:1.5rem}
        section{margin-bottom:1.5rem}
        ol,ul{padding-left:1.3rem;margin:.2rem 0}li{margin:.3rem 0}
        aside ul li{margin:.1rem 0;color:#475569}
        a{color:#1d4ed8}
        dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem .8rem;margin:0}dt{font-weight:700}dd{margin:0}
        code{font-family:ui-monospace,Consolas,Menlo,"Liberation Mono","DejaVu Sans Mono",monospace}
        @media (max-width:60rem){main{grid-template-columns:1fr}aside{position:static;max-height:none}}
        @media (prefers-color-scheme:dark){body{color:#e6eaf1;background:#0f1520}.picture{background:#121927;border-color:#33405a}
        a{color:#8ab4ff}aside ul li{color:#a8b3c4}}
        """;

    private static readonly (string Sign, string Meaning)[] Lines =
    [
        ("solid line", "The next step, or a choice. Choices are numbered in the order in which they are tried."),
        ("long dashes", "Otherwise: no choice is true."),
        ("short dashes", "The step fails with the error code at its right side."),
        ("dotted line", "The step that undoes this one if the flow fails later."),
    ];

    private const int SmallestPercent = 90;

    private readonly StringBuilder _html = new();

    private HtmlPage() { }

    /// <summary>The page.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="marks">What is known of its nodes and edges besides. Default: nothing.</param>
    public static string Write(PlacedGraph graph, GraphMarks? marks = null) =>
        new HtmlPage().Page(graph, marks ?? new GraphMarks());

    private string Page(PlacedGraph graph, GraphMarks marks)
    {
        var name = XmlText.Escape(graph.Graph.Name);
        Line("<!DOCTYPE html>");
        Line(
            """<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">"""
                + $"<title>{name}</title>"
        );
        Line($"<style>\n{Style}\n{SizeOf(graph)}\n</style></head><body>");
        Line($"<header><h1>{name}</h1>");
        foreach (var sentence in marks.Notes.Prepend(graph.Graph.Description).Where(sentence => sentence.Length > 0))
        {
            Line($"<p>{XmlText.Escape(sentence)}</p>");
        }

        Line("</header><main>");
        Line("""<div class="picture" tabindex="0" role="region" aria-label="Picture">""");
        _html.Append(SvgDrawing.Draw(graph, marks));
        Line("""</div><aside><section aria-labelledby="outline"><h2 id="outline">Outline</h2>""");
        List(Outline.Of(graph.Graph, marks));
        Line("""</section><section aria-labelledby="legend"><h2 id="legend">Legend</h2><dl>""");
        foreach (var (sign, meaning) in Lines.Concat(marks.Kinds.Select(Legend.Of)))
        {
            Line($"<dt>{XmlText.Escape(sign)}</dt><dd>{XmlText.Escape(meaning)}</dd>");
        }

        Line("</dl></section></aside></main></body></html>");
        return _html.ToString();
    }

    // As wide as there is room, but no larger than drawn, and not so small that its text cannot be read.
    private static string SizeOf(PlacedGraph graph)
    {
        var width = SvgDrawing.WidthOf(graph);
        return string.Create(
            CultureInfo.InvariantCulture,
            $".picture svg{{max-width:{width}px;min-width:{width * SmallestPercent / 100}px}}"
        );
    }

    private void List(IReadOnlyList<OutlineItem> items)
    {
        Line("<ol>");
        foreach (var item in items)
        {
            var name = XmlText.Escape(Words.NameOf(item.Node));
            var rest = XmlText.Escape(item.Text[Words.NameOf(item.Node).Length..]);
            Line($"""<li><a href="#{SvgDrawing.ElementId(item.Node)}">{name}</a>{rest}""");
            if (item.Ways.Count > 0)
            {
                Line("<ul>");
                foreach (var way in item.Ways)
                {
                    Line($"<li>{XmlText.Escape(way.Text)}</li>");
                }

                Line("</ul>");
            }

            foreach (var part in item.Parts)
            {
                Line(part.Title.Length > 0 ? $"<p>{XmlText.Escape(part.Title)}</p>" : "");
                List(part.Items);
            }

            Line("</li>");
        }

        Line("</ol>");
    }

    private void Line(string line)
    {
        if (line.Length > 0)
        {
            _html.Append(line.ReplaceLineEndings("\n")).Append('\n');
        }
    }
}
