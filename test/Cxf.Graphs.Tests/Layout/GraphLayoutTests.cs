using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Reading;
using Cxf.Testing;

namespace Cxf.Graphs.Tests.Layout;

public sealed class GraphLayoutTests
{
    public static TheoryData<string> All => [.. Samples.Names, "shapes", "mistakes"];

    [Theory]
    [MemberData(nameof(All))]
    public void Nodes_are_apart_and_edges_join_them(string name) => Geometry.Check(GraphLayout.Place(Samples.Graph(name)));

    [Fact]
    public void Nodes_are_apart_in_flows_of_any_shape()
    {
        for (var seed = 0; seed < LongRun.Count(400, 20_000); seed++)
        {
            var flow = new RandomFlows(seed).Any(1 + (seed % 12));
            Try(seed, flow, () => Geometry.Check(Place(flow)));
        }
    }

    [Fact]
    public void Edges_of_a_structured_flow_do_not_cross()
    {
        for (var seed = 0; seed < LongRun.Count(300, 10_000); seed++)
        {
            var flow = new RandomFlows(seed).Structured(2 + (seed % 8));
            Try(
                seed,
                flow,
                () =>
                {
                    var placed = Place(flow);
                    Geometry.Check(placed);
                    Assert.Empty(placed.Body.All.SelectMany(Geometry.Crossings));
                }
            );
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Neither_spaces_nor_the_order_of_a_steps_members_move_anything(string name)
    {
        var text = Samples.Text(name);
        var spaced = JsonNode.Parse(text)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 7 });
        var turned = TurnMembers(JsonNode.Parse(text)!, isList: false).ToJsonString();
        var expected = Coordinates(text);
        Assert.Equal(expected, Coordinates(text));
        Assert.Equal(expected, Coordinates(spaced.ReplaceLineEndings("\r\n")));
        Assert.Equal(expected, Coordinates(turned));
    }

    [Fact]
    public void A_new_step_moves_no_other_to_the_side_or_past_another()
    {
        var flows = Samples.Names.Select(Samples.Text).ToList();
        for (var seed = 0; seed < LongRun.Count(40, 2_000); seed++)
        {
            flows.Add(new RandomFlows(seed).Structured(2 + (seed % 6)).ToJsonString());
        }

        foreach (var (before, after) in flows.SelectMany(WithNewStep))
        {
            Assert.All(before, node => Assert.Equal(node.Value.X, after[node.Key].X));
            Assert.All(
                before.Keys.SelectMany(one => before.Keys.Select(other => (one, other))),
                pair =>
                    Assert.True(
                        before[pair.one].X != before[pair.other].X
                            || before[pair.one].Bottom > before[pair.other].Y
                            || after[pair.one].Bottom <= after[pair.other].Y,
                        $"{pair.one} was above {pair.other}"
                    )
            );
        }
    }

    public static TheoryData<string> SampleFlows => [.. Samples.Names];

    // Only in the lane of errors a step can come up a little, where it is beside others that are less high. What only such a step
    // leads to comes up with it, and no further.
    [Theory]
    [MemberData(nameof(SampleFlows))]
    public void A_new_step_moves_no_step_of_the_flow_up(string name)
    {
        var edges = GraphLayout.Place(Samples.Graph(name)).Edges.Select(edge => edge.Edge).ToLookup(edge => edge.To);
        var lane = edges.Where(to => to.All(edge => edge.IsSide)).Select(to => to.Key).ToHashSet();
        var after = new HashSet<string>(lane);
        for (var known = 0; known < after.Count; )
        {
            known = after.Count;
            after.UnionWith(edges.Where(to => to.All(edge => after.Contains(edge.From))).Select(to => to.Key).ToList());
        }

        foreach (var (old, moved) in WithNewStep(Samples.Text(name)))
        {
            var lift = lane.Where(old.ContainsKey).Select(id => old[id].Y - moved[id].Y).Append(0).Max();
            Assert.All(
                old.Where(node => !lane.Contains(node.Key)),
                node => Assert.True(moved[node.Key].Y >= node.Value.Y - (after.Contains(node.Key) ? lift : 0), node.Key)
            );
        }
    }

    [Fact]
    public void A_flow_without_steps_has_a_start()
    {
        foreach (var text in (string[])["{}", "[]", "5", "{", """{ "start": "a" }""", """{ "steps": 5 }"""])
        {
            Geometry.Check(GraphLayout.Place(FlowGraphReader.Read(JsonSource.Parse(text))));
        }
    }

    [Fact]
    public void A_long_flow_is_placed_without_deep_recursion()
    {
        var steps = new JsonObject();
        for (var index = 0; index < 5_000; index++)
        {
            steps[$"s{index}"] = new JsonObject
            {
                ["kind"] = "wait",
                ["seconds"] = 1,
                ["next"] = $"s{index + 1}",
            };
        }

        var placed = Place(new JsonObject { ["start"] = "s0", ["steps"] = steps });
        Assert.Equal(5_002, placed.Nodes.Count());
        Assert.Equal(placed.Nodes.Select(node => node.Area.Y).Order(), placed.Nodes.Select(node => node.Area.Y));
    }

    private static void Try(int seed, JsonNode flow, Action check)
    {
        try
        {
            check();
        }
        catch (Exception problem)
        {
            Assert.Fail($"Seed {seed}: {problem.Message}\n{problem.StackTrace}\n{flow.ToJsonString()}");
        }
    }

    private static PlacedGraph Place(JsonNode flow) =>
        GraphLayout.Place(FlowGraphReader.Read(JsonSource.Parse(flow.ToJsonString())));

    private static string Coordinates(string text) =>
        PlacedText.Of(GraphLayout.Place(FlowGraphReader.Read(JsonSource.Parse(text))));

    // A step more on each way from one step to the next.
    private static IEnumerable<(Dictionary<string, Area> Before, Dictionary<string, Area> After)> WithNewStep(string text)
    {
        var placed = GraphLayout.Place(FlowGraphReader.Read(JsonSource.Parse(text)));
        if (placed.Nodes.Any(node => !node.IsReached))
        {
            yield break;
        }

        var before = placed.Nodes.ToDictionary(node => node.Node.Id, node => node.Area);
        foreach (var edge in placed.Edges.Select(edge => edge.Edge).Where(edge => edge.Id == edge.From + "/next"))
        {
            var flow = JsonNode.Parse(text)!;
            Insert(flow, edge.Id);
            yield return (before, Place(flow).Nodes.ToDictionary(node => node.Node.Id, node => node.Area));
        }
    }

    private static void Insert(JsonNode flow, string pointer)
    {
        var step = flow;
        var path = JsonPointer.Parent(pointer).Split('/')[1..].Select(JsonPointer.Unescape).ToList();
        path.ForEach(part => step = step![part]);
        var steps = step!.Parent!.AsObject();
        steps["inserted"] = new JsonObject
        {
            ["kind"] = "wait",
            ["seconds"] = 1,
            ["next"] = step["next"]!.DeepClone(),
        };
        step["next"] = "inserted";
    }

    // Steps, branches and choices keep their order: it is what the picture shows.
    private static JsonNode TurnMembers(JsonNode node, bool isList) =>
        node switch
        {
            JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : TurnMembers(item, false))]),
            JsonObject members => new JsonObject(
                (isList ? members : members.Reverse()).Select(member =>
                    KeyValuePair.Create(
                        member.Key,
                        member.Value is null
                            ? null
                            : TurnMembers(member.Value, member.Key is "steps" or "branches" or "assign" or "outputs")
                    )
                )
            ),
            _ => node.DeepClone(),
        };
}
