using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Editing;
using Cxf.Flows.Reading;

namespace Cxf.Flows.Tests.Editing;

/// <summary>The edits that a person makes by drawing.</summary>
public sealed class EditableFlowTests
{
    private const string Flow = """
        {
          "flowId": "sample",
          "start": "find",
          "steps": {
            "find": {
              "kind": "restApi",
              "connection": "crm",
              "method": "GET",
              "path": "/customers",
              "onError": { "ApiNotFound": "sorry", "any": "sorry" },
              "next": "known"
            },
            "known": {
              "kind": "decision",
              "choices": [{ "when": "{% $find.status = 200 %}", "next": "greet" }],
              "otherwise": "sorry"
            },
            "greet": { "kind": "respond", "message": "{% 'Hello ' & $find.body.name & ($find := 1; $find) %}" },
            "sorry": { "kind": "fail", "message": "Sorry." }
          },
          "tests": [
            {
              "name": "Known",
              "answers": { "find": [{ "status": 200, "body": { "name": "Ann" } }] },
              "expect": { "status": "SUCCEEDED", "path": ["find", "known", "greet"], "requests": { "find": [{}] } }
            }
          ]
        }
        """;

    [Fact]
    public void A_new_step_is_put_into_the_way()
    {
        var edit = Edited(Flow).Insert("/steps/find/next", "wait");
        Assert.Equal("/steps/wait_1", edit.Pointer);
        Assert.Equal(
            Flow.Replace(
                "\"next\": \"known\"\n    },",
                "\"next\": \"wait_1\"\n    },\n"
                    + """
                        "wait_1": {
                          "kind": "wait",
                          "seconds": 1,
                          "next": "known"
                        },
                    """.TrimEnd()
            ),
            edit.Text
        );
    }

    [Theory]
    [InlineData("/start", "find")]
    [InlineData("/steps/find/next", "known")]
    [InlineData("/steps/find/onError/any", "sorry")]
    [InlineData("/steps/known/choices/0/next", "greet")]
    [InlineData("/steps/known/otherwise", "sorry")]
    public void Every_kind_is_inserted_into_every_way_and_taken_out_again(string way, string target)
    {
        foreach (var kind in EditableFlow.Kinds)
        {
            var inserted = Edited(Flow).Insert(way, kind);
            var flow = Edited(inserted.Text);
            var label = flow.Get(way).GetString()!;
            Assert.NotEqual(target, label);
            Assert.Equal(kind, flow.Get($"/steps/{label}/kind").GetString());
            if (kind is not ("respond" or "fail"))
            {
                Assert.Equal(Flow, flow.Remove(label).Text);
            }
        }
    }

    [Fact]
    public void A_way_leads_to_another_step_of_its_scope_only()
    {
        Assert.Contains("\"next\": \"greet\"\n", Edited(Flow).Connect("/steps/find/next", "greet").Text);
        Assert.Contains("is not beside this step", Edited(Flow).Connect("/steps/find/next", "nobody").Refusal);
        Assert.Contains("\"undo\": \"sorry\",\n      \"next\"", Edited(Flow).Connect("/steps/find/undo", "sorry").Text);
    }

    [Fact]
    public void What_led_to_a_removed_step_leads_to_what_followed_it()
    {
        var flow = Edited(Edited(Flow).Remove("known").Text);
        Assert.Equal("sorry", flow.Get("/steps/find/next").GetString());
        Assert.Equal(JsonValueKind.Undefined, flow.Get("/steps/known").ValueKind);

        flow = Edited(Edited(Flow).Remove("sorry").Text);
        Assert.Equal(JsonValueKind.Undefined, flow.Get("/steps/find/onError").ValueKind);
        Assert.Equal(JsonValueKind.Undefined, flow.Get("/steps/known/otherwise").ValueKind);
    }

    [Fact]
    public void A_renamed_step_has_its_new_label_everywhere()
    {
        var edit = Edited(Flow).Rename("find", "find_customer");
        Assert.Equal("/steps/find_customer", edit.Pointer);
        Assert.Equal(Flow.Replace("\"find\"", "\"find_customer\"").Replace("$find.", "$find_customer."), edit.Text);
        Assert.Equal(Flow, Edited(edit.Text).Rename("find_customer", "find").Text);
    }

    [Theory]
    [InlineData("known", "There is a step, a branch or a variable")]
    [InlineData("1st", "A name must be a letter")]
    [InlineData("count", "a name that expressions need")]
    public void A_label_that_cannot_be_is_refused(string name, string why)
    {
        var edit = Edited(Flow).Rename("find", name);
        Assert.Contains(why, edit.Refusal);
        Assert.Equal(Flow, edit.Text);
    }

    [Fact]
    public void The_steps_of_a_flow_that_is_compiled_in_follow_the_label_of_their_step()
    {
        const string text = """
            {"start": "run", "steps": {"run": {"kind": "runFlow", "flowId": "x", "version": 1, "next": "run_on"},
             "run_on": {"kind": "respond", "message": "m"}},
             "tests": [{"name": "t", "answers": {"run_call": [200], "runner": [200]},
              "expect": {"path": ["run", "run_call", "run_on"]}}]}
            """;
        var renamed = Edited(text).Rename("run", "child").Text;
        Assert.Contains("""{"child_call": [200], "runner": [200]}""", renamed);
        Assert.Contains("""["child", "child_call", "run_on"]""", renamed);
    }

    [Fact]
    public void A_step_moves_into_another_way()
    {
        var inserted = Edited(Flow).Insert("/steps/find/next", "wait").Text;
        var flow = Edited(Edited(inserted).Move("wait_1", "/steps/known/choices/0/next").Text);
        Assert.Equal("known", flow.Get("/steps/find/next").GetString());
        Assert.Equal("wait_1", flow.Get("/steps/known/choices/0/next").GetString());
        Assert.Equal("greet", flow.Get("/steps/wait_1/next").GetString());

        flow = Edited(flow.Move("wait_1", "/start").Text);
        Assert.Equal("wait_1", flow.Get("/start").GetString());
        Assert.Equal("find", flow.Get("/steps/wait_1/next").GetString());
        Assert.Equal("greet", flow.Get("/steps/known/choices/0/next").GetString());
    }

    [Fact]
    public void Copied_steps_are_pasted_with_labels_of_their_own_and_their_references()
    {
        var flow = Edited(Flow);
        var copied = flow.Copy(["find", "known"]);
        var pasted = Edited(flow.Paste("/steps/known/choices/0/next", copied).Text);
        Assert.Equal("rest_api_1", pasted.Get("/steps/known/choices/0/next").GetString());
        Assert.Equal("decision_1", pasted.Get("/steps/rest_api_1/next").GetString());
        Assert.Equal("{% $rest_api_1.status = 200 %}", pasted.Get("/steps/decision_1/choices/0/when").GetString());
        Assert.Equal("greet", pasted.Get("/steps/decision_1/otherwise").GetString());
        Assert.Contains("not steps of a flow", flow.Paste("/start", "[1]").Refusal);
        Assert.Contains("not steps of a flow", flow.Paste("/start", "hello").Refusal);
    }

    [Fact]
    public void A_branch_takes_no_answer()
    {
        var flow = Edited(Edited(Flow).Insert("/steps/find/next", "parallel").Text);
        const string way = "/steps/parallel_1/branches/first/start";
        Assert.False(flow.Takes(way, "respond"));
        Assert.NotNull(flow.Insert(way, "respond").Refusal);
        Assert.NotNull(flow.Paste(way, flow.Copy(["greet"])).Refusal);
        var inner = Edited(flow.Insert(way, "transform").Text);
        Assert.Equal("transform_1", inner.Get(way).GetString());
        Assert.Equal("rest_api_1", inner.Get("/steps/parallel_1/branches/first/steps/transform_1/next").GetString());
    }

    [Fact]
    public void Branches_are_added_renamed_and_removed()
    {
        const string step = "/steps/parallel_1";
        var flow = Edited(Edited(Flow).Insert("/steps/find/next", "parallel").Text);
        Assert.Equal(["first", "second"], flow.BranchesOf(step));
        flow = Edited(flow.AddBranch(step, "third").Text);
        Assert.Equal("rest_api_3", flow.Get($"{step}/branches/third/start").GetString());
        Assert.NotNull(flow.AddBranch(step, "first").Refusal);
        flow = Edited(
            flow.Set(
                "/steps/greet/message",
                JsonElement.Parse("\"{% $parallel_1.first.body & $parallel_1 . firsts & first %}\"")
            ).Text
        );
        flow = Edited(flow.RenameBranch(step, "first", "lead").Text);
        Assert.Equal(["lead", "second", "third"], flow.BranchesOf(step));
        Assert.Equal("{% $parallel_1.lead.body & $parallel_1 . firsts & first %}", flow.Get("/steps/greet/message").GetString());
        Assert.Equal(["lead", "third"], Edited(flow.Set($"{step}/branches/second", default).Text).BranchesOf(step));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"steps": 1, "tests": {}, "start": []}""")]
    [InlineData(
        """
            {"steps": {"a": 1, "b": {"kind": [], "choices": 1, "onError": [], "next": {}, "branches": 2}},
             "tests": [1, {"expect": 2}]}
            """
    )]
    [InlineData(
        """
            {"steps": {"b": {"kind": "decision", "choices": [1, {"next": 2}], "onError": {"any": 1}}},
             "tests": [{"expect": {"path": [1]}}]}
            """
    )]
    public void Every_edit_of_any_document_changes_it_or_says_why_not(string text)
    {
        var flow = Edited(text);
        FlowEdit[] edits =
        [
            .. EditableFlow.Kinds.Select(kind => flow.Insert("/steps/b/next", kind)),
            flow.Insert("/start", "wait"),
            flow.Connect("/steps/b/next", "a"),
            flow.Remove("a"),
            flow.Remove("b"),
            flow.Rename("b", "c"),
            flow.Move("b", "/start"),
            flow.Paste("/start", flow.Copy(["b"])),
            flow.AddBranch("/steps/b", "x"),
            flow.RenameBranch("/steps/b", "x", "y"),
            flow.Reorder("/steps/b/choices", 0, 1),
            flow.Set("/steps/b/onError/any", JsonElement.Parse("1")),
        ];
        Assert.All(edits, edit => Assert.NotNull(EditableFlow.Parse(edit.Text)));
        Assert.All(edits.Where(edit => edit.Refusal is not null), edit => Assert.Equal(flow.Text, edit.Text));
    }

    [Fact]
    public void Random_edits_of_random_flows_leave_a_flow_that_can_be_read_and_edited()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var flow = Edited(Flow);
            for (var edit = 0; edit < 12; edit++)
            {
                var graph = Labels(flow);
                var ways = Ways(flow).ToList();
                var way = ways[random.Next(ways.Count)];
                var label = graph[random.Next(graph.Count)];
                var result = random.Next(6) switch
                {
                    0 or 1 => flow.Insert(way, EditableFlow.Kinds.ElementAt(random.Next(EditableFlow.Kinds.Count))),
                    2 => flow.Remove(label),
                    3 => flow.Move(label, way),
                    4 => flow.Rename(label, $"renamed_{seed}_{edit}"),
                    _ => flow.Paste(way, flow.Copy([label])),
                };
                Assert.True(EditableFlow.Parse(result.Text) is not null, $"Seed {seed}, edit {edit}: {result.Text}");
                Assert.True(result.Refusal is null || result.Text == flow.Text);
                if (Labels(Edited(result.Text)).Count > 0)
                {
                    flow = Edited(result.Text);
                }

                Assert.Equal(Labels(flow).Count, Labels(flow).Distinct().Count());
                _ = FlowReader.Read(JsonSource.Parse(flow.Text));
            }
        }
    }

    private static List<string> Labels(EditableFlow flow) => [.. LabelsIn(JsonElement.Parse(flow.Text))];

    private static IEnumerable<string> LabelsIn(JsonElement json) =>
        json.ValueKind != JsonValueKind.Object
            ? []
            : json.EnumerateObject()
                .SelectMany(member =>
                    member.Name == "steps"
                        ? member.Value.EnumerateObject().SelectMany(step => LabelsIn(step.Value).Prepend(step.Name))
                    : member.Name == "branches" ? member.Value.EnumerateObject().SelectMany(branch => LabelsIn(branch.Value))
                    : []
                );

    private static IEnumerable<string> Ways(EditableFlow flow) =>
        WaysIn(JsonElement.Parse(flow.Text), "").DefaultIfEmpty("/start");

    private static IEnumerable<string> WaysIn(JsonElement json, string at) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .Where(member => member.Name is not ("tests" or "assign"))
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.String
                        ? member.Name is "start" or "next" or "otherwise" or "any"
                            ? [$"{at}/{member.Name}"]
                            : []
                        : WaysIn(member.Value, $"{at}/{member.Name}")
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany((item, index) => WaysIn(item, $"{at}/{index}")),
            _ => [],
        };

    private static EditableFlow Edited(string text) => EditableFlow.Parse(text.ReplaceLineEndings("\n"))!;
}
