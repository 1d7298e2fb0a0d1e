using System.Text.Json.Nodes;
using System.Xml.Linq;
using Cxf.Documents;
using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;
using Cxf.Testing;

namespace Cxf.Graphs.Tests.Drawing;

public sealed class DrawingTests
{
    private const string Nasty = "<script>alert(1)</script> \"&' ]]> \u0000 -->";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> All => [.. Samples.Names, "shapes", "mistakes"];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_step_and_way_is_in_the_picture_with_its_place_in_the_document(string name)
    {
        var graph = Samples.Graph(name);
        var svg = XDocument.Parse(SvgDrawing.Draw(GraphLayout.Place(graph)));
        var pointers = svg.Descendants().Select(element => element.Attribute("data-pointer")?.Value).OfType<string>().ToList();
        Assert.Equal(
            graph.Nodes.Select(node => node.Pointer).Concat(graph.Edges.Select(edge => edge.Id)).Order(),
            pointers.Order()
        );
        Assert.All(
            svg.Descendants(Svg + "g").Where(element => element.Attribute("data-pointer") is not null),
            element =>
            {
                Assert.NotEmpty(element.Attribute("aria-label")!.Value);
                Assert.Equal("graphics-symbol img", element.Attribute("role")!.Value);
            }
        );
        var ids = svg.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_outline_has_every_step_and_way_as_words(string name)
    {
        var graph = Samples.Graph(name);
        var items = Flatten(Outline.Of(graph)).ToList();
        Assert.Equal(graph.Nodes.Count(node => node.Kind != NodeKind.End), items.Count);
        Assert.Equal(graph.Edges.Count(), items.Sum(item => item.Ways.Count));
    }

    [Fact]
    public void Nothing_in_a_document_becomes_markup()
    {
        var flow = new JsonObject
        {
            ["flowId"] = Nasty,
            ["description"] = Nasty,
            ["start"] = Nasty,
            ["steps"] = new JsonObject
            {
                [Nasty] = new JsonObject
                {
                    ["kind"] = "decision",
                    ["description"] = Nasty,
                    ["choices"] = new JsonArray(new JsonObject { ["when"] = Nasty, ["next"] = "a\"><b>" }),
                    ["otherwise"] = Nasty + "2",
                },
                ["c"] = new JsonObject
                {
                    ["kind"] = Nasty,
                    ["message"] = Nasty,
                    ["onError"] = new JsonObject { [Nasty] = "c" },
                },
            },
        };
        var graph = FlowGraphReader.Read(JsonSource.Parse(flow.ToJsonString()));
        var marks = new GraphMarks();
        marks.Note(Nasty);
        marks.Add(graph.Body.Nodes[1].Id, new Mark(MarkKind.Problem, Nasty, Nasty));
        var placed = GraphLayout.Place(graph);
        Assert.DoesNotContain(
            "script",
            XDocument.Parse(SvgDrawing.Draw(placed, marks)).Descendants().Select(one => one.Name.LocalName)
        );
        Assert.DoesNotContain("<script", HtmlPage.Write(placed, marks), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", MermaidText.Write(graph, marks), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_page_loads_nothing_and_runs_nothing()
    {
        var page = HtmlPage.Write(GraphLayout.Place(Samples.Graph("shapes")));
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("@import", page);
        Assert.DoesNotContain("src=", page);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Marks_move_nothing(string name)
    {
        var graph = Samples.Graph(name);
        var marks = new GraphMarks();
        foreach (var id in graph.Nodes.Select(node => node.Id).Concat(graph.Edges.Select(edge => edge.Id)))
        {
            Enum.GetValues<MarkKind>().ToList().ForEach(kind => marks.Add(id, new Mark(kind, kind.ToString(), "badge")));
        }

        var placed = GraphLayout.Place(graph);
        Assert.Equal(Shapes(SvgDrawing.Draw(placed)), Shapes(SvgDrawing.Draw(placed, marks)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pieces_are_elements_by_themselves_and_marks_add_none(string name)
    {
        var graph = Samples.Graph(name);
        var marks = new GraphMarks();
        graph.Edges.ToList().ForEach(edge => marks.Add(edge.Id, new Mark(MarkKind.Untested, "not tested", "badge")));
        var placed = GraphLayout.Place(graph);
        var pieces = SvgDrawing.InPieces(placed).Pieces;
        Assert.All(pieces, piece => XElement.Parse($"<g>{piece}</g>"));
        Assert.Equal(pieces.Count, SvgDrawing.InPieces(placed, marks).Pieces.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_mermaid_text_is_the_same_as_before(string name) =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", "Cxf.Graphs.Tests", "Golden", name + ".mmd"),
            MermaidText.Write(Samples.Graph(name))
        );

    private static IEnumerable<string?> Shapes(string svg) =>
        XDocument
            .Parse(svg)
            .Descendants()
            .Where(element => element.Attribute("class")?.Value is "shape" or "line" or "pill")
            .Select(element => element.Attribute("d")?.Value ?? $"{element.Attribute("x")} {element.Attribute("y")}");

    private static IEnumerable<OutlineItem> Flatten(IReadOnlyList<OutlineItem> items) =>
        items.SelectMany(item => item.Parts.SelectMany(part => Flatten(part.Items)).Prepend(item));
}
