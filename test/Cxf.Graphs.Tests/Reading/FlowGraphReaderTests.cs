using Cxf.Documents;
using Cxf.Flows.Reading;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;

namespace Cxf.Graphs.Tests.Reading;

public sealed class FlowGraphReaderTests
{
    public static TheoryData<string> All => [.. Samples.Names];

    // The graph is read from the text and not from the checked flow, so the two are compared.
    [Theory]
    [MemberData(nameof(All))]
    public void The_graph_has_the_steps_and_ways_of_the_flow(string name)
    {
        var flow = FlowReader.Read(Samples.Source(name)).Flow!;
        var graph = Samples.Graph(name);
        Assert.Equal(
            flow.AllSteps.Select(step => (step.Label, step.Pointer)).Order(),
            graph.Nodes.Where(node => !node.IsDot).Select(node => (node.Label, node.Pointer)).Order()
        );
        var labels = graph.Nodes.ToDictionary(node => node.Id, node => node.Label);
        Assert.Equal(
            flow.AllSteps.SelectMany(step => step.Transitions.Concat(step.Undo is { } undo ? [undo] : []))
                .Concat(flow.AllSteps.SelectMany(step => step.Bodies).Append(flow.Body).Select(scope => scope.Entry))
                .Select(way => (way.Pointer, way.Target))
                .Order(),
            graph
                .Edges.Where(edge => graph.Nodes.Single(node => node.Id == edge.To).Kind != NodeKind.End)
                .SelectMany(edge => edge.Cases.Select(one => (one.Pointer, labels[edge.To])))
                .Order()
        );
    }

    [Fact]
    public void Every_kind_of_step_is_known()
    {
        var unknown = Samples.Names.SelectMany(name => Samples.Graph(name).Nodes).Where(node => node.Kind == NodeKind.Unknown);
        Assert.Empty(unknown);
    }

    [Fact]
    public void Choices_with_one_target_are_one_edge_and_keep_their_numbers()
    {
        var edge = Samples.Graph("shapes").Edges.Single(edge => edge.Cases.Count == 2 && edge.Kind == EdgeKind.Choice);
        Assert.Equal(["3  $rest_api_1.body.blocked", "4  $rest_api_1.body.deleted"], edge.Cases.Select(one => one.Shown));
    }

    [Fact]
    public void A_document_with_mistakes_shows_what_is_readable()
    {
        var graph = Samples.Graph("mistakes");
        Assert.Equal(
            ["fail_1", "gone", "helo"],
            graph.Nodes.Where(node => node.Kind == NodeKind.Missing).Select(node => node.Label).Order()
        );
        Assert.Contains(graph.Nodes, node => node is { Label: "a", Kind: NodeKind.Unknown, KindName: "transfrom" });
        Assert.Contains(graph.Nodes, node => node is { Label: "hello", Kind: NodeKind.Answer });
    }

    // As somebody types it: each beginning of the text, closed so that it is JSON again.
    [Fact]
    public void A_part_of_a_document_has_a_graph()
    {
        var steps = Samples.Graph("acme.create_lead").Nodes.Count();
        Assert.All(
            Enumerable.Range(0, steps),
            count =>
            {
                var json = System.Text.Json.Nodes.JsonNode.Parse(Samples.Text("acme.create_lead"))!;
                var members = json["steps"]!.AsObject();
                while (members.Count > count)
                {
                    members.RemoveAt(members.Count - 1);
                }

                var graph = FlowGraphReader.Read(JsonSource.Parse(json.ToJsonString()));
                Assert.Equal(Math.Min(count, 6), graph.Nodes.Count(node => !node.IsDot && node.Kind != NodeKind.Missing));
            }
        );
    }
}
