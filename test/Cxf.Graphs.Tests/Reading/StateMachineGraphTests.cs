using System.Text.Json;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;
using Cxf.Graphs.Tests.Layout;
using Cxf.Testing;

namespace Cxf.Graphs.Tests.Reading;

public sealed class StateMachineGraphTests
{
    [Fact]
    public void Every_recorded_state_machine_has_a_picture()
    {
        var drawn = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Folder("sfn"), "*.json", SearchOption.AllDirectories))
        {
            if (
                JsonElement.Parse(File.ReadAllBytes(file)) is { ValueKind: JsonValueKind.Object } json
                && json.TryGetProperty("definition", out var definition)
                && StateMachineGraphReader.IsStateMachine(definition)
            )
            {
                var graph = StateMachineGraphReader.Read(definition, "machine");
                Assert.True(graph.Nodes.All(node => node.Kind is not (NodeKind.Unknown or NodeKind.Missing)), file);
                Geometry.Check(GraphLayout.Place(graph));
                drawn++;
            }
        }

        Assert.True(drawn > 300, $"{drawn}");
    }

    [Theory]
    [InlineData("""{ "Variable": "$.a", "NumericEquals": 5, "Next": "b" }""", "$.a NumericEquals 5")]
    [InlineData("""{ "Not": { "Variable": "$.a", "IsNull": true }, "Next": "b" }""", "not ($.a IsNull true)")]
    [InlineData("""{ "Or": [{ "Variable": "$.a", "IsNull": true }, 5], "Next": "b" }""", "($.a IsNull true) or ()")]
    [InlineData("""{ "Condition": "{% $a  = 1 %}", "Next": "b" }""", "$a = 1")]
    [InlineData("""{ "Next": "b" }""", "")]
    public void A_condition_is_shown_as_it_is_written(string choice, string text)
    {
        var machine = $$"""{ "StartAt": "a", "States": { "a": { "Type": "Choice", "Choices": [{{choice}}] } } }""";
        var graph = StateMachineGraphReader.Read(JsonElement.Parse(machine), "machine");
        Assert.Equal(text, graph.Edges.Single(edge => edge.Kind == EdgeKind.Choice).Cases[0].Text);
    }
}
