using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;

namespace Cxf.Flows.Tests.Checks;

/// <summary>What a flow is told about the flows that it runs, and about those that they run.</summary>
public sealed class LinkedFlowTests
{
    private readonly Dictionary<FlowId, LiveFlowFacts> _live = [];
    private readonly Dictionary<PinnedVersion, FlowDefinition> _pinned = [];

    [Fact]
    public void A_flow_whose_caller_continues_is_found_at_any_depth_when_the_caller_waits()
    {
        _live[FlowId.Parse("slow")] = new LiveFlowFacts(StateMachineType.Standard, TimeSpan.FromMinutes(5));
        Pin("inner", 1, Run("ask_slow", "slow", null));
        Pin("outer", 2, Run("ask_inner", "inner", 1));
        var said = Assert.Single(Read(Run("run_1", "outer", 2), "waits"));
        Assert.Equal(("CXF2405", "/steps/run_1/version"), (said.Code, said.Pointer));
        Assert.StartsWith(
            "Version 2 of \"outer\" runs \"slow\" (run_1 → ask_inner → ask_slow), which is live as one whose caller continues",
            said.Message
        );
        Assert.Empty(Read(Run("run_1", "outer", 2), "continues"));
        Assert.DoesNotContain(Read(Run("run_1", "outer", 2), "auto"), one => one.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData(null, "at run_1 → ask_gone the tenant has no live flow \"gone\".")]
    [InlineData(4, "at run_1 → ask_gone the flow \"gone\" has no version 4.")]
    public void A_flow_that_a_compiled_in_version_runs_and_that_is_gone_is_missed(int? version, string problem)
    {
        Pin("outer", 2, Run("ask_gone", "gone", version));
        var said = Assert.Single(Read(Run("run_1", "outer", 2), "continues"));
        Assert.Equal(("CXF2205", "/steps/run_1/version"), (said.Code, said.Pointer));
        Assert.EndsWith(problem, said.Message);
    }

    [Fact]
    public void Versions_that_compile_each_other_in_are_found_and_nothing_runs_for_ever()
    {
        // A flow that was deleted and made anew begins at version 1 again.
        Pin("a", 1, Run("run_b", "b", 1));
        Pin("b", 1, Run("run_c", "c", 1));
        Pin("c", 1, Run("run_b_again", "b", 1));
        var said = Assert.Single(Read(Run("run_a", "a", 1), "continues"));
        Assert.Equal(("CXF2206", "/steps/run_a/version"), (said.Code, said.Pointer));
        Assert.Equal("Version 1 of \"b\" compiles itself in (run_a → run_b → run_c → run_b_again).", said.Message);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("continues")]
    public void A_flow_that_runs_itself_live_is_refused_whether_or_not_it_is_live(string caller)
    {
        Assert.Equal(["CXF2206"], Read(Run("run_1", "parent", null), caller).Select(one => one.Code));
        _live[FlowId.Parse("parent")] = new LiveFlowFacts(StateMachineType.Express, TimeSpan.FromSeconds(1));
        Assert.Equal(["CXF2206"], Read(Run("run_1", "parent", null), caller).Select(one => one.Code));
        Pin("outer", 2, Run("ask_parent", "parent", null));
        Assert.Equal(["CXF2206"], Read(Run("run_1", "outer", 2), caller).Select(one => one.Code));
    }

    [Fact]
    public void Versions_that_grow_with_every_level_are_counted_and_not_compiled()
    {
        Pin("grow", 1, "\"w\":{\"kind\":\"transform\",\"assign\":{\"x\":1},\"next\":\"end\"}");
        for (var version = 2; version <= 24; version++)
        {
            Pin("grow", version, $"{Run("one", "grow", version - 1, "two")},{Run("two", "grow", version - 1)}");
        }

        Assert.Equal(["CXF2502", "CXF2503"], Read(Run("run_1", "grow", 24), "continues").Select(one => one.Code));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(9, false)]
    [InlineData(12, false)]
    [InlineData(13, true)]
    [InlineData(60, true)]
    public void Versions_in_versions_end_where_a_machine_can_no_longer_be_read(int depth, bool refused)
    {
        for (var version = 1; version <= depth; version++)
        {
            Pin(
                "deep",
                version,
                version == 1
                    ? "\"w\":{\"kind\":\"transform\",\"assign\":{\"x\":{\"a\":[{\"b\":[1]}]}},\"next\":\"end\"}"
                    : Run("run", "deep", version - 1)
            );
        }

        Assert.Equal(refused ? ["CXF2504"] : [], Read(Run("run_1", "deep", depth), "continues").Select(one => one.Code));
    }

    [Fact]
    public void A_document_that_is_itself_too_deep_as_a_machine_is_refused()
    {
        static string Body(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        string Call(int levels) =>
            $"\"call\":{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/x\","
            + $"\"body\":{Body(levels)},\"next\":\"end\"}}";
        Assert.Empty(Read(Call(50), "continues"));
        Assert.Equal(["CXF2504"], Read(Call(60), "continues").Select(one => one.Code));
    }

    [Fact]
    public void The_connections_of_compiled_in_versions_must_still_be_there()
    {
        Pin(
            "outer",
            2,
            "\"call\":{\"kind\":\"restApi\",\"connection\":\"old_crm\",\"method\":\"GET\",\"path\":\"/x\","
                + "\"next\":\"write\"},\"write\":{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"DELETE\","
                + "\"path\":\"/x\",\"next\":\"end\"}"
        );
        Assert.Equal(
            [("CXF2201", "/steps/run_1/version"), ("CXF2202", "/steps/run_1/version")],
            Read(Run("run_1", "outer", 2), "continues").Select(one => (one.Code, one.Pointer))
        );
    }

    [Theory]
    [InlineData("", "customerNumber", true)]
    [InlineData("\"contactFields\":[\"systemNumber\"],", "customerNumber", true)]
    [InlineData("\"contactFields\":[\"customerNumber\"],", "", false)]
    public void A_number_of_the_contact_that_another_flow_uses_must_be_asked_for_here(string own, string missing, bool refused)
    {
        Pin(
            "inner",
            1,
            "\"w\":{\"kind\":\"transform\",\"assign\":{\"x\":\"{% $contact.customerNumber %}\"},\"next\":\"end\"}",
            "\"contactFields\":[\"customerNumber\"],"
        );
        Pin("outer", 2, Run("ask_inner", "inner", 1), "\"contactFields\":[\"customerNumber\"],");
        _live[FlowId.Parse("live")] = new LiveFlowFacts(StateMachineType.Express, TimeSpan.FromSeconds(1))
        {
            ContactFields = [ContactField.CustomerNumber],
        };
        foreach (
            var (run, times) in new[]
            {
                (Run("run_1", "inner", 1), 1),
                (Run("run_1", "outer", 2), 2),
                (Run("run_1", "live", null), 1),
            }
        )
        {
            var said = Read(run, "continues", own);
            Assert.Equal(
                refused ? Enumerable.Repeat(("CXF2208", "/steps/run_1/flowId"), times) : [],
                said.Select(one => (one.Code, one.Pointer))
            );
            Assert.All(said, one => Assert.Contains(missing, one.Fix));
        }
    }

    [Theory]
    [InlineData("""{"name":"Ada"}""", null, null)]
    [InlineData("""{"name":"Ada","times":2,"tags":["a"],"more":{"x":1}}""", null, null)]
    [InlineData(null, "", "payload.name is missing")]
    [InlineData("{}", "/payload", "payload.name is missing")]
    [InlineData("""{"name":"Ada","nam":1}""", "/payload/nam", "payload.nam is not a field of this flow")]
    [InlineData("""{"name":5}""", "/payload/name", "payload.name must be text")]
    [InlineData("""{"name":"Ada","times":"2"}""", "/payload/times", "payload.times must be a whole number")]
    [InlineData("""{"name":"Ada","times":0}""", "/payload/times", "payload.times must be 1 to 9")]
    [InlineData("""{"name":"Ada the long one"}""", "/payload/name", "payload.name must have 1 to 9 characters")]
    [InlineData("""{"name":"Ada","tags":["b"]}""", "/payload/tags/0", "payload.tags[0] must be one of \"a\", \"{%\"")]
    [InlineData("""{"name":"Ada","more":{"x":"y"}}""", "/payload/more/x", "payload.more.x must be a number")]
    [InlineData("""{"name":"{% $contact.channel %}"}""", null, null)]
    [InlineData("""{"name":"{% $payload.anything %}","times":"{% $payload.n %}"}""", null, null)]
    [InlineData(
        """{"name":"{% $count([1]) %}"}""",
        "/payload/name",
        "payload.name must be text, but the expression always gives a number"
    )]
    [InlineData(
        """{"name":"Ada","times":"{% '2' %}"}""",
        "/payload/times",
        "payload.times must be a whole number, but the expression always gives text"
    )]
    [InlineData("""{"name":"Ada","times":"{% $number('2') %}"}""", null, null)]
    [InlineData("\"{% $payload %}\"", null, null)]
    [InlineData("\"{% {'name': 'Ada'} %}\"", null, null)]
    [InlineData("\"{% {'name': $payload.x} %}\"", null, null)]
    [InlineData("\"{% {'times': 1} %}\"", "/payload", "payload.name is missing")]
    [InlineData(
        "\"{% {'name': 1, 'what': true} %}\"",
        "/payload",
        "payload.name must be text, but the expression always gives a number|payload.what is not a field of this flow"
    )]
    public void A_payload_is_checked_against_the_other_flows_contract_as_far_as_it_can_be(
        string? payload,
        string? place,
        string? problems
    )
    {
        const string contract = """
            {"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string",
             "minLength":1,"maxLength":9},"times":{"type":"integer","minimum":1,"maximum":9},
            "tags":{"type":"array","items":{"enum":["a","{%"]}},"more":{"type":"object","properties":{"x":{"type":"number"}}}}}
            """;
        Pin("child", 1, "\"end\":{\"kind\":\"respond\",\"message\":\"Hello.\"}", $"\"input\":{contract},");
        _live[FlowId.Parse("child")] = new LiveFlowFacts(StateMachineType.Express, TimeSpan.FromSeconds(1))
        {
            Input = ContractReader.Parse(contract),
        };
        foreach (var version in new int?[] { 1, null })
        {
            var said = Read(Run("run_1", "child", version, payload: payload), "continues");
            Assert.Equal(
                problems is null
                    ? []
                    : problems
                        .Split('|')
                        .Select(problem => ("CXF2207", "/steps/run_1" + place, $"For the flow \"child\" {problem}.")),
                said.Select(one => (one.Code, one.Pointer, one.Message))
            );
        }
    }

    [Theory]
    [InlineData(StateMachineType.Express, "waits", 1, null, null)]
    [InlineData(StateMachineType.Standard, "continues", 1, null, null)]
    [InlineData(
        StateMachineType.Standard,
        "waits",
        1,
        "live as one whose caller continues (STANDARD)",
        "Set \"caller\" to \"continues\""
    )]
    [InlineData(
        StateMachineType.Express,
        "continues",
        1,
        "now its caller would go on (STANDARD)",
        "Set \"caller\" to \"waits\" or"
    )]
    [InlineData(StateMachineType.Express, "auto", 60, "The slowest step is \"pause\"", "Or publish it as a new flow.")]
    public void A_live_flow_keeps_its_mode(StateMachineType live, string caller, int seconds, string? message, string? fix)
    {
        var steps = $"\"pause\":{{\"kind\":\"wait\",\"seconds\":{seconds},\"next\":\"end\"}}";
        var said = Documents
            .Read(
                FlowBuilder.Flow(steps, $"\"caller\":\"{caller}\","),
                new FlowContext(new Dictionary<ConnectionId, IReadOnlyCollection<string>>()) { LiveType = live }
            )
            .Diagnostics.Where(one => one.Code == "CXF2403");
        if (message is null)
        {
            Assert.Empty(said);
            return;
        }

        var one = Assert.Single(said);
        Assert.Equal("/caller", one.Pointer);
        Assert.Contains(message, one.Message);
        Assert.Contains(fix!, one.Fix);
    }

    [Theory]
    [InlineData(100, false, 100)]
    [InlineData(100, true, 100)]
    [InlineData(99, true, 100)]
    [InlineData(150, false, 100)]
    public void Of_many_problems_of_a_payload_the_first_hundred_are_listed(int fields, bool hasExpression, int listed)
    {
        Pin(
            "child",
            1,
            "\"end\":{\"kind\":\"respond\",\"message\":\"Hello.\"}",
            "\"input\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"n\":{\"type\":\"number\"}}},"
        );
        var members = Enumerable
            .Range(1, fields)
            .Select(n => $"\"x{n}\":1")
            .Concat(hasExpression ? ["\"n\":\"{% 'text' %}\""] : []);
        var said = Read(Run("run_1", "child", 1, payload: $"{{{string.Join(',', members)}}}"), "continues");
        Assert.Equal(Enumerable.Repeat("CXF2207", listed), said.Select(one => one.Code));
        Assert.DoesNotContain(said, one => one.Message.Contains("not listed"));
    }

    [Theory]
    [InlineData("undoes", true, true)]
    [InlineData("undoes", false, false)]
    [InlineData("only_calls", true, false)]
    public void A_version_that_undoes_its_steps_is_not_compiled_into_what_can_cancel_it(string flow, bool isInside, bool refused)
    {
        const string post =
            "\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"POST\",\"path\":\"/x\",\"timeoutSeconds\":1";
        var undo = flow == "undoes" ? "\"undo\":\"no\"," : "";
        Pin(
            flow,
            1,
            $"\"do\":{{{post},\"select\":\"id\",{undo}\"next\":\"say\"}},"
                + "\"say\":{\"kind\":\"respond\",\"message\":\"{% $string($do.body) %}\"}"
                + (undo.Length > 0 ? $",\"no\":{{{post}}}" : "")
        );
        var run = $"\"run_1\":{{\"kind\":\"runFlow\",\"flowId\":\"{flow}\",\"version\":1";
        var said = Read(
            isInside
                ? $"\"both\":{{\"kind\":\"parallel\",\"branches\":{{\"a\":{{\"start\":\"run_1\",\"steps\":{{{run}}}}}}}}},"
                    + "\"next\":\"end\"}"
                : run + ",\"next\":\"end\"}",
            "continues"
        );
        Assert.Equal(
            refused
                ?
                [
                    (
                        "CXF2211",
                        "/steps/both/branches/a/steps/run_1",
                        "The flow undoes undoes its steps when it fails, but is compiled into \"both\", "
                            + "which can cancel it before."
                    ),
                ]
                : [],
            said.Select(one => (one.Code, one.Pointer, one.Message))
        );
    }

    [Fact]
    public void A_live_flow_has_ended_after_its_longest_path_or_else_after_its_machines_timeout()
    {
        const string loop =
            "\"wait\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"ask\"},\"ask\":{\"kind\":\"decision\",\"choices\":[{\"when\":"
            + "\"{% $flow.version = 1 %}\",\"next\":\"wait\"}],\"otherwise\":\"end\"}";
        var (bounded, timeout) = Facts("\"wait\":{\"kind\":\"wait\",\"seconds\":5,\"next\":\"end\"}");
        Assert.InRange(bounded.Bound, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(timeout - 1));
        var (unbounded, limit) = Facts(loop);
        Assert.Equal(TimeSpan.FromSeconds(limit), unbounded.Bound);

        static (LiveFlowFacts Facts, int Timeout) Facts(string steps)
        {
            var flow = Documents.Read(FlowBuilder.Flow(steps, "\"caller\":\"continues\",")).Flow!;
            var compiled = FlowCompiler.Compile(flow, new CompilationTarget(TenantId.Parse("acme"), 1, "call-api"));
            return (LiveFlowFacts.Of(flow, compiled), compiled.TimeoutSeconds);
        }
    }

    private static string Run(string label, string flow, int? version, string next = "end", string? payload = null) =>
        $"\"{label}\":{{\"kind\":\"runFlow\","
        + $"\"flowId\":\"{flow}\"{(version is { } number ? $",\"version\":{number}" : "")}"
        + $"{(payload is null ? "" : $",\"payload\":{payload}")},"
        + $"\"next\":\"{next}\"}}";

    private void Pin(string flow, int version, string steps, string more = "")
    {
        var reading = Documents.Read(
            FlowBuilder.Flow(steps, "\"caller\":\"continues\"," + more).Replace("\"flowId\":\"f\"", $"\"flowId\":\"{flow}\"")
        );
        _pinned[new PinnedVersion(FlowId.Parse(flow), version)] =
            reading.Flow ?? throw new ArgumentException(string.Join('\n', reading.Diagnostics));
    }

    private IReadOnlyList<Diagnostic> Read(string steps, string caller, string more = "") =>
        Documents
            .Read(
                FlowBuilder.Flow(steps, $"\"caller\":\"{caller}\",{more}").Replace("\"flowId\":\"f\"", "\"flowId\":\"parent\""),
                new FlowContext(
                    new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("crm")] = ["GET", "POST"] }
                )
                {
                    LiveFlows = _live,
                    PinnedFlows = _pinned,
                }
            )
            .Diagnostics;
}
