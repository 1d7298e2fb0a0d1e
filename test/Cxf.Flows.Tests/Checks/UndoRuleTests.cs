using Cxf.Documents;
using Cxf.Flows.Tests.FlowTests;

namespace Cxf.Flows.Tests.Checks;

/// <summary>Where an undo can be named, and what can undo.</summary>
public sealed class UndoRuleTests
{
    private const string Post =
        "\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/x\",\"timeoutSeconds\":1,\"select\":\"id\"";

    private const string Cancel = "\"no\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/no\"},";

    private const string Say = "\"say\":{\"kind\":\"respond\",\"message\":\"{% $string($do) %}\"}";

    [Fact]
    public void An_undo_of_a_step_of_the_flow_itself_is_fine() =>
        Assert.DoesNotContain(
            Read($"\"do\":{{{Post},\"undo\":\"no\",\"next\":\"say\"}},{Cancel}{Say}"),
            said => said.Severity == DiagnosticSeverity.Error
        );

    [Theory]
    [InlineData(
        "in a branch",
        "\"all\":{\"kind\":\"parallel\",\"branches\":{\"a\":{\"start\":\"do\",\"steps\":{\"do\":{POST,"
            + "\"undo\":\"no\"},\"no\":{POST}}}},\"next\":\"end\"}",
        "CXF2211"
    )]
    [InlineData(
        "in a loop",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"rest\"},\"rest\":{\"kind\":\"wait\",\"seconds\":1,"
            + "\"next\":\"more\"},\"more\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $do.status = 200 "
            + "%}\",\"next\":\"do\"}],\"otherwise\":\"end\"},\"no\":{POST}",
        "CXF2211"
    )]
    [InlineData("of a call that only reads", "\"do\":{GET,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{POST}", "CXF2211")]
    [InlineData("before nothing that can fail", "\"do\":{POST,\"undo\":\"no\",\"next\":\"end\"},\"no\":{POST}", "CXF2211")]
    [InlineData("by itself", "\"do\":{POST,\"undo\":\"do\",\"next\":\"say\"},SAY", "CXF2212")]
    [InlineData(
        "by a step that is no call",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{\"kind\":\"transform\",\"assign\":{\"x\":1}}",
        "CXF2212"
    )]
    [InlineData(
        "by a step that others lead to",
        "\"do\":{POST,\"undo\":\"no\",\"onError\":{\"any\":\"no\"},\"next\":\"say\"},SAY,\"no\":{POST}",
        "CXF2212"
    )]
    [InlineData(
        "by a step of another undo",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"two\"},\"two\":{POST,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{POST}",
        "CXF2212"
    )]
    [InlineData("by a step that does not exist", "\"do\":{POST,\"undo\":\"now\",\"next\":\"say\"},SAY", "CXF2001")]
    [InlineData(
        "by what comes later",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"two\"},\"two\":{POST,\"next\":\"say\"},SAY,"
            + "\"no\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"{% $two.body "
            + "%}\"}",
        "CXF2106"
    )]
    [InlineData(
        "that goes on",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{\"kind\":\"restApi\","
            + "\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/no\",\"next\":\"say\"}",
        "CXF1004"
    )]
    [InlineData(
        "of a step whose result another step replaces",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"set\"},\"set\":{\"kind\":\"transform\",\"assign\":{\"do\":1},"
            + "\"next\":\"say\"},SAY,\"no\":{POST}",
        "CXF1016"
    )]
    [InlineData(
        "that handles its errors",
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{\"kind\":\"restApi\","
            + "\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/no\",\"onError\":{\"any\":\"say\"}}",
        "CXF1004"
    )]
    public void An_undo_that_cannot_be_right_is_an_error(string what, string steps, string code)
    {
        var document = steps.Replace("POST,", Post + ",").Replace("{POST}", $"{{{Post.Replace(",\"select\":\"id\"", "")}}}");
        var said = Read(document.Replace("GET,", Post.Replace("POST", "GET") + ",").Replace("SAY", Say))
            .Where(one => one.Severity == DiagnosticSeverity.Error)
            .ToList();
        Assert.True(said.Count > 0 && said.All(one => one.Code == code), $"{what}: {string.Join("; ", said)}");
        Assert.All(said, one => Assert.NotEmpty(one.Fix));
    }

    [Theory]
    [InlineData("\"do\":{POST,\"undo\":\"do\",\"next\":\"say\"},SAY", "The step \"do\" cannot undo itself.")]
    [InlineData(
        "\"do\":{POST,\"undo\":\"say\",\"next\":\"say\"},SAY",
        "The step \"say\" is no call, so it cannot undo anything."
    )]
    [InlineData(
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"two\"},\"two\":{POST,\"undo\":\"no\",\"next\":\"say\"},SAY,\"no\":{CALL}",
        "\"no\" undoes the step \"do\" already."
    )]
    [InlineData(
        "\"do\":{POST,\"undo\":\"no\",\"onError\":{\"any\":\"no\"},\"next\":\"say\"},SAY,\"no\":{CALL}",
        "\"no\" undoes the step \"do\", so no other step leads to it."
    )]
    public void What_cannot_undo_is_said_once(string steps, string message) =>
        Assert.Equal(
            [("CXF2212", message)],
            Read(Written(steps)).Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => (one.Code, one.Message))
        );

    [Theory]
    // Directly after it, after other steps, and on one of two paths that meet again.
    [InlineData("\"do\":{POST,\"undo\":\"no\",\"next\":\"set\"},SET,WAIT,SAY,\"no\":{READ}", "set")]
    [InlineData(
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"rest\"},\"rest\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"set\"},"
            + "SET,WAIT,SAY,\"no\":{READ}",
        "set"
    )]
    [InlineData(
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"ask\"},\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":"
            + "\"{% $do.status = 200 %}\",\"next\":\"wait\"},{\"when\":\"{% $do.status = 201 %}\",\"next\":\"wait\"}],"
            + "\"otherwise\":\"set\"},SET,WAIT,SAY,\"no\":{READ}",
        "set"
    )]
    // A loop after it, which the search for later steps leaves.
    [InlineData(
        "\"do\":{POST,\"undo\":\"no\",\"next\":\"rest\"},\"rest\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"ask\"},"
            + "\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":\"{% $do.status = 200 %}\",\"next\":\"rest\"}],"
            + "\"otherwise\":\"set\"},SET,WAIT,SAY,\"no\":{READ}",
        "set"
    )]
    [InlineData("\"do\":{POST,\"undo\":\"no\",\"next\":\"wait\"},WAIT,SAY,\"no\":{READ}", null)]
    [InlineData("\"do\":{POST,\"undo\":\"no\",\"next\":\"set\"},SET,WAIT,SAY,\"no\":{CALL}", null)]
    [InlineData("\"do\":{POST,\"undo\":\"no\",\"onError\":{\"any\":\"set\"},\"next\":\"say\"},SET,WAIT,SAY,\"no\":{READ}", null)]
    public void An_undo_step_reads_no_variable_that_a_later_step_sets(string steps, string? setter)
    {
        const string first = "\"first\":{\"kind\":\"transform\",\"assign\":{\"id\":0},\"next\":\"do\"},";
        var said = Read(first + Written(steps)).Where(one => one.Code == "CXF2213");
        Assert.Equal(
            setter is null
                ? []
                :
                [
                    (
                        "/steps/no/body/id",
                        $"\"{setter}\" can set $id again before \"no\" reads it.",
                        $"Let \"{setter}\" set a variable of another name, or read $do here."
                    ),
                ],
            said.Select(one => (one.Pointer, one.Message, one.Fix))
        );
    }

    [Fact]
    public void A_similar_label_is_proposed_for_an_undo()
    {
        var said = Assert.Single(
            Read($"\"do\":{{{Post},\"undo\":\"cancle_1\",\"next\":\"say\"}},{Cancel.Replace("\"no\"", "\"cancel_1\"")}{Say}"),
            one => one.Code == "CXF2001"
        );
        Assert.Contains("cancel_1", said.Fix);
    }

    [Fact]
    public void What_an_undo_step_reads_has_the_type_that_the_undone_step_gives_it()
    {
        var said = Read(
            $"\"do\":{{{Post},\"undo\":\"no\",\"next\":\"say\"}},{Cancel.Replace("\"/no\"", "\"{% $do.statuss %}\"")}{Say}"
        );
        Assert.Contains(said, one => one.Pointer == "/steps/no/path" && one.Message.Contains("statuss"));
    }

    [Fact]
    public void A_test_answers_an_undo_step_by_its_label_and_coverage_reports_one_that_no_test_runs()
    {
        const string steps = """
            "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/leads", "undo": "rest_api_2",
            "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% $rest_api_1.body.id %}" },
            "rest_api_2": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/undo" }
            """;
        const string good = """
            { "name": "good", "answers": { "rest_api_1": [{ "status": 201, "body": { "id": "L-1" } }] },
            "expect": { "status": "SUCCEEDED" } }
            """;
        const string bad = """
            { "name": "bad", "answers": { "rest_api_1": [201], "rest_api_2": [503] }, "expect": { "status": "FAILED",
            "errorCode": "FlowExpression", "path": ["rest_api_1", "respond_1", "rest_api_2"],
            "requests": { "rest_api_2": [{ "method": "POST", "path": "/undo" }] } } }
            """;
        var report = TestedLead.Run(Flow(steps, good));
        Assert.Empty(Assert.Single(report.Results).Differences);
        Assert.Equal("the flow fails after rest_api_1 succeeded", Assert.Single(report.UntakenWays).When);
        report = TestedLead.Run(Flow(steps, $"{good}, {bad}"));
        Assert.All(report.Results, result => Assert.Empty(result.Differences));
        Assert.Empty(report.UntakenWays);
    }

    private static string Flow(string steps, string tests) =>
        $$"""{"flowId":"create_lead","caller":"continues","start":"rest_api_1","steps":{ {{steps}} },"tests":[ {{tests}} ]}""";

    private static IReadOnlyList<Diagnostic> Read(string steps) =>
        Documents.Read(FlowBuilder.Flow(steps, "\"caller\":\"continues\",")).Diagnostics;

    // Steps by their names: a call that keeps little, one that reads $id, one that sets it, one that waits, and the answer.
    private static string Written(string steps) =>
        steps
            .Replace("SAY", Say)
            .Replace("SET", "\"set\":{\"kind\":\"transform\",\"assign\":{\"id\":1},\"next\":\"wait\"}")
            .Replace("WAIT", "\"wait\":{\"kind\":\"wait\",\"seconds\":1,\"next\":\"say\"}")
            .Replace("CALL", Post.Replace(",\"select\":\"id\"", ""))
            .Replace("READ", Post.Replace("\"select\":\"id\"", "\"body\":{\"id\":\"{% $id %}\"}"))
            .Replace("POST,\"undo\"", Post + ",\"undo\"");
}
