using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Reading;
using Cxf.Flows.Timing;
using Cxf.Graphs.Drawing;
using Cxf.Graphs.Layout;
using Cxf.Graphs.Marks;
using Cxf.Graphs.Model;
using Cxf.Graphs.Reading;
using Cxf.Graphs.Tests.Layout;
using Cxf.Testing;

namespace Cxf.Graphs.Tests.Marks;

public sealed class MarksTests
{
    private const string Text = """
        {
          "flowId": "orders", "start": "for_each_1",
          "steps": {
            "for_each_1": {
              "kind": "forEach", "items": "{% [1, 2] %}", "atMost": 2, "start": "rest_api_1",
              "steps": {
                "rest_api_1": {
                  "kind": "restApi", "connection": "shop", "method": "GET", "path": "/a", "timeoutSeconds": 2,
                  "onError": { "ApiNotFound": "transform_1" } },
                "transform_1": { "kind": "transform", "assign": { "a": 1 } }
              },
              "onError": { "any": "fail_1" }, "next": "decision_1"
            },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $count($for_each_1) > 5 %}", "next": "respond_2" }],
              "otherwise": "respond_1" },
            "respond_1": { "kind": "respond", "message": "Few." },
            "respond_2": { "kind": "respond", "message": "Many." },
            "fail_1": { "kind": "fail", "message": "No." }
          },
          "tests": [{
            "name": "One", "answers": { "rest_api_1": [[{ "status": 200, "body": {} }], [{ "status": 200, "body": {} }]] },
            "expect": { "status": "SUCCEEDED" } }]
        }
        """;

    private static readonly JsonSource Source = JsonSource.Parse(Text);

    private static readonly Graph Flow = FlowGraphReader.Read(Source);

    private readonly GraphMarks _marks = new();

    [Fact]
    public void Each_step_has_its_bound_and_the_slowest_path_is_marked_inside_boxes_too()
    {
        TimingMarks.Add(_marks, Flow, FlowTiming.Of(FlowReader.Read(Source).Flow!));
        Assert.Equal(
            ["for_each_1", "rest_api_1"],
            Flow.Nodes.Where(node => Has(node.Id, MarkKind.Bound)).Select(node => node.Label)
        );
        Assert.Equal(
            [
                "#start",
                "/steps/for_each_1",
                "/steps/decision_1",
                "/steps/for_each_1#start",
                "/steps/for_each_1/steps/rest_api_1",
                "/steps/for_each_1/steps/transform_1",
            ],
            Flow.Edges.Where(edge => Has(edge.Id, MarkKind.Slowest)).Select(edge => edge.From)
        );
        Assert.StartsWith("The call continues: the flow takes at most ", Assert.Single(_marks.Notes));
    }

    [Fact]
    public void Steps_and_paths_that_no_test_takes_are_marked()
    {
        var flow = FlowReader.Read(Source).Flow!;
        var target = new CompilationTarget(TenantId.Parse("acme"), 1, "arn:aws:lambda:eu-west-1:123456789012:function:CallApi");
        TestMarks.Add(
            _marks,
            Flow,
            FlowTestRunner.Run(flow, FlowCompiler.Compile(flow, target), target, TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            ["respond_2", "fail_1", "transform_1"],
            Flow.Nodes.Where(node => Has(node.Id, MarkKind.Untested)).Select(node => node.Label)
        );
        Assert.Equal(
            [
                "/steps/for_each_1/onError/any",
                "/steps/decision_1/choices/0/next",
                "/steps/for_each_1/steps/rest_api_1/onError/ApiNotFound",
            ],
            Flow.Edges.Where(edge => Has(edge.Id, MarkKind.Untested)).Select(edge => edge.Id)
        );
        Assert.Equal("1 of 1 tests pass. They take 2 of 5 paths.", Assert.Single(_marks.Notes));
    }

    [Fact]
    public void The_path_of_a_run_is_marked_with_its_times_and_the_rest_is_pale()
    {
        RunMarks.Add(
            _marks,
            Flow,
            [
                new StepVisit("for_each_1", Milliseconds(3_000), 0, null, "decision_1"),
                new StepVisit("rest_api_1", Milliseconds(100), 1, null, null),
                new StepVisit("rest_api_1", Milliseconds(1_000), 3, "ApiNotFound", "transform_1"),
                new StepVisit("transform_1", Milliseconds(0), 0, null, null),
                new StepVisit("decision_1", Milliseconds(1), 0, null, "respond_1"),
                new StepVisit("respond_1", Milliseconds(2), 0, null, null),
                new StepVisit("another machine's state", Milliseconds(2), 0, null, null),
            ]
        );
        Assert.Equal("3 s", _marks.Of("/steps/for_each_1")[0].Badge);
        Assert.Equal(
            ["2× 1.1 s, 3 tries", "ApiNotFound"],
            _marks.Of("/steps/for_each_1/steps/rest_api_1").Select(mark => mark.Badge)
        );
        Assert.Equal(
            ["respond_2", "fail_1"],
            Flow.Nodes.Where(node => Has(node.Id, MarkKind.Skipped)).Select(node => node.Label)
        );
        Assert.Equal(
            ["/steps/for_each_1/onError/any", "/steps/decision_1/choices/0/next"],
            Flow.Edges.Where(edge => Has(edge.Id, MarkKind.Skipped)).Select(edge => edge.Id)
        );
    }

    [Theory]
    [InlineData("phone +1 202 555 0142")]
    [InlineData("<script>")]
    [InlineData("")]
    public void An_errors_name_that_could_be_data_is_not_shown(string error)
    {
        RunMarks.Add(_marks, Flow, [new StepVisit("decision_1", null, 0, error, null)]);
        Assert.Equal("error", _marks.Of("/steps/decision_1")[1].Badge);
    }

    [Fact]
    public void A_difference_shows_what_is_new_changed_and_gone()
    {
        var to = Text.Replace("respond_2", "respond_3")
            .Replace("Many.", "Very many.")
            .Replace("Few.", "Some.")
            .Replace("\"assign\": { \"a\": 1 }", "\"assign\": { \"a\": 2 }");
        var (graph, marks) = DifferenceMarks.Between(Source, JsonSource.Parse(to));
        Assert.Equal(
            [
                ("decision_1", MarkKind.Changed),
                ("respond_1", MarkKind.Changed),
                ("respond_2", MarkKind.Removed),
                ("respond_3", MarkKind.Added),
                ("transform_1", MarkKind.Changed),
            ],
            graph.Nodes.SelectMany(node => marks.Of(node.Id).Select(mark => (node.Label, mark.Kind)))
        );
        Assert.Equal(
            [("/steps/decision_1/choices/0/next", MarkKind.Added), ("old:/steps/decision_1/choices/0/next", MarkKind.Removed)],
            graph.Edges.SelectMany(edge => marks.Of(edge.Id).Select(mark => (edge.Id, mark.Kind)))
        );
    }

    [Theory]
    [InlineData("respond_2", "many")]
    [InlineData("for_each_1", "all_orders")]
    [InlineData("rest_api_1", "read_order")]
    [InlineData("decision_1", "how_many")]
    public void A_rename_is_a_rename(string old, string label)
    {
        var (graph, marks) = DifferenceMarks.Between(Source, JsonSource.Parse(Text.Replace(old, label)));
        var node = Assert.Single(graph.Nodes, node => marks.Of(node.Id).Count > 0);
        Assert.Equal((label, $"renamed from {old}"), (node.Label, Assert.Single(marks.Of(node.Id)).Words));
        Assert.DoesNotContain(graph.Edges, edge => marks.Of(edge.Id).Count > 0);
        Assert.Equal("Steps: 1 renamed.", Assert.Single(marks.Notes));
        Assert.Equal(
            $"~ The step {old} is renamed to {label}.",
            Assert.Single(DifferenceWords.Between(Source, JsonSource.Parse(Text.Replace(old, label)))).ToString()
        );
    }

    [Fact]
    public void A_step_in_which_the_run_ended_took_no_time()
    {
        RunMarks.Add(_marks, Flow, [new StepVisit("for_each_1", null, 0, null, null)]);
        var mark = Assert.Single(_marks.Of("/steps/for_each_1"));
        Assert.Equal(("passed without an end", "not ended"), (mark.Words, mark.Badge));
    }

    [Fact]
    public void A_loop_in_which_a_step_failed_has_failed()
    {
        RunMarks.Add(_marks, Flow, [new StepVisit("for_each_1", null, 0, null, null) { HasFailedInside = true }]);
        Assert.Equal(
            [(MarkKind.Visited, "passed without an end", ""), (MarkKind.Failed, "a step inside of it failed", "failed")],
            _marks.Of("/steps/for_each_1").Select(mark => (mark.Kind, mark.Words, mark.Badge))
        );
    }

    [Fact]
    public void Several_renames_and_a_change_are_told_apart()
    {
        var to = Text.Replace("respond_", "answer_").Replace("decision_1", "how_many").Replace("Many.", "Very many.");
        var (graph, marks) = DifferenceMarks.Between(Source, JsonSource.Parse(to));
        Assert.Equal("Steps: 1 new, 1 removed, 1 changed, 2 renamed.", Assert.Single(marks.Notes));
        Assert.Equal(
            ["how_many", "answer_1"],
            graph.Nodes.Where(node => marks.Of(node.Id).Any(mark => mark.Badge == "renamed")).Select(node => node.Label)
        );
    }

    [Fact]
    public void Equal_documents_have_no_difference()
    {
        var (graph, marks) = DifferenceMarks.Between(Source, Source);
        Assert.Equal(Flow.Nodes.Select(node => node.Id), graph.Nodes.Select(node => node.Id));
        Assert.Empty(marks.Kinds);
        Assert.Equal("The steps do not differ.", Assert.Single(marks.Notes));
    }

    // Also documents with mistakes, two of whose steps can have one label in different places.
    [Fact]
    public void Any_two_documents_have_a_picture_of_their_difference()
    {
        for (var seed = 0; seed < LongRun.Count(150, 10_000); seed++)
        {
            var (one, other) = (new RandomFlows(seed).Any(1 + (seed % 9)), new RandomFlows(seed + 1).Any(1 + (seed % 7)));
            var (graph, marks) = DifferenceMarks.Between(
                JsonSource.Parse(one.ToJsonString()),
                JsonSource.Parse(other.ToJsonString())
            );
            Geometry.Check(GraphLayout.Place(graph));
            SvgDrawing.Draw(GraphLayout.Place(graph), marks);
        }
    }

    [Theory]
    [InlineData("""{ "steps": { "a": { "kind": "wait", "kind": "wait", "seconds": { "x": 1, "x": 2 } } } }""")]
    [InlineData("""{ "steps": { "a": { "kind": "wait" }, "a": { "kind": "wait" } } }""")]
    [InlineData("""{ "steps": { "b": { "kind": "decision", "choices": [1, { "when": { "x": 1, "x": 2 } }] }, "start": 5 } }""")]
    [InlineData("[]")]
    public void A_document_with_members_of_one_name_has_a_difference(string text)
    {
        foreach (var other in (string[])[Text, text, "{}"])
        {
            Geometry.Check(GraphLayout.Place(DifferenceMarks.Between(JsonSource.Parse(text), JsonSource.Parse(other)).Graph));
            Geometry.Check(GraphLayout.Place(DifferenceMarks.Between(JsonSource.Parse(other), JsonSource.Parse(text)).Graph));
        }
    }

    [Fact]
    public void A_mistake_is_marked_at_the_innermost_step()
    {
        var source = JsonSource.Parse(Text.Replace("\"path\": \"/a\", ", ""));
        var graph = FlowGraphReader.Read(source);
        ProblemMarks.Add(_marks, graph, FlowReader.Read(source).Diagnostics);
        Assert.Equal(["rest_api_1"], graph.Nodes.Where(node => Has(node.Id, MarkKind.Problem)).Select(node => node.Label));
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private bool Has(string id, MarkKind kind) => _marks.Has(id, kind);
}
