using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Flows with unsafe calls whose caller waits: the run is claimed, its answer recorded.</summary>
public sealed class RunClaimTests
{
    private const string Payload = """{"n":"7","nested":{"a":[1,true,null]}}""";

    [Fact]
    public void A_claim_is_made_before_anything_else()
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(Order(), Payload);
        Assert.Equal(["Claim run", "rest_api_1", "respond_1"], flows.Path(view));
        var record = flows.Record()!;
        Assert.Equal("TENANT#acme", record[RunRecord.PartitionKey]);
        Assert.Equal(view.ExecutionArn, record[RunRecord.ClaimedBy]);
        Assert.Equal("2026-01-01T00:00:00.000Z", record[RunRecord.StartedAt]);
        Assert.Equal((EmbeddedFlows.Start.ToUnixTimeSeconds() + 30).ToString(), record[RunRecord.EndsBy]);
        Assert.Equal((EmbeddedFlows.Start.ToUnixTimeSeconds() + RunRecord.KeptSeconds).ToString(), record[RunRecord.ExpiresAt]);
    }

    [Theory]
    [InlineData("", RunRecord.NoHash)]
    [InlineData(",\"receivedHash\":\"00ff\"", "00ff")]
    public void The_hash_that_the_caller_sent_is_recorded(string member, string recorded)
    {
        using var flows = new EmbeddedFlows();
        flows.Service.StartExecution(
            new(flows.Create(Order()).Arn, "run-1", $$"""{"contact":{},"payload":{{Payload}}{{member}}}""")
        );
        flows.RunClock();
        Assert.Equal(recorded, flows.Record()![RunRecord.ReceivedHash]);
    }

    [Fact]
    public void The_answer_of_a_respond_step_is_recorded_as_it_is_given()
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(Order(), Payload);
        Assert.Equal("""{"message":"Order \"7\"","outputs":{"id":"x","count":2,"fixed":"text","yes":true}}""", view.Output);
        Assert.Equal(view.Output, flows.Record()![RunRecord.Output]);
        Assert.Equal(RunRecord.Succeeded, flows.Record()![RunRecord.Status]);
    }

    [Fact]
    public void An_answer_whose_expression_has_chance_in_it_is_recorded_as_it_was_given()
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(Order(message: "{% 'Ticket ' & $uuid() %}"), Payload);
        Assert.Equal(view.Output, flows.Record()![RunRecord.Output]);
    }

    [Fact]
    public void A_second_run_of_the_same_name_does_nothing()
    {
        using var flows = new EmbeddedFlows();
        var machine = flows.Create(Order()).Arn;
        var first = flows.Begin(machine, Payload);
        var second = flows.Begin(machine, Payload);
        flows.RunClock();
        Assert.Equal(ExecutionStatus.Succeeded, flows.Service.ViewOf(first).Status);
        Assert.Equal(
            (ExecutionStatus.Failed, RunRecord.ClaimedAlready),
            (flows.Service.ViewOf(second).Status, flows.Service.ViewOf(second).Error)
        );
        Assert.Single(flows.Calls);
        Assert.Equal(first, flows.Record()![RunRecord.ClaimedBy]);
        Assert.Equal(RunRecord.Succeeded, flows.Record()![RunRecord.Status]);
    }

    [Fact]
    public void A_claim_that_was_written_although_it_failed_is_kept_by_the_same_execution()
    {
        using var flows = new EmbeddedFlows(tables => new Trouble(tables, "putItem") { AfterWriting = true });
        var view = flows.Run(Order(), Payload);
        Assert.Equal(ExecutionStatus.Succeeded, view.Status);
        Assert.Single(flows.Calls);
    }

    [Fact]
    public void A_claim_that_cannot_be_written_fails_the_run_before_anything_is_done()
    {
        using var flows = new EmbeddedFlows(tables => new Trouble(tables, "putItem") { Times = 9 });
        var view = flows.Run(Order(), Payload);
        Assert.Equal("DynamoDB.ProvisionedThroughputExceededException", view.Error);
        Assert.Empty(flows.Calls);
    }

    [Fact]
    public void A_fail_step_is_recorded_with_its_sentence()
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(
            Order(onError: "fail_1", extra: """, "fail_1": { "kind": "fail", "message": "{% 'No ' & $rest_api_1.error %}" }"""),
            Payload,
            "good"
        );
        Assert.Equal(ExecutionStatus.Succeeded, view.Status);
        flows.CallApi = (_, _) => EmbeddedFlows.Failure("ApiRejected");
        view = flows.Run(
            Order(onError: "fail_1", extra: """, "fail_1": { "kind": "fail", "message": "{% 'No ' & $rest_api_1.error %}" }"""),
            Payload
        );
        Assert.Equal(("FlowFailed.ApiRejected", "No ApiRejected"), (view.Error, view.Cause));
        Assert.Equal(["Claim run", "rest_api_1", "fail_1", "Run failed"], flows.Path(view));
        AssertFailure(flows, "FlowFailed.ApiRejected", "No ApiRejected");
    }

    [Theory]
    [InlineData("ApiRejected", "ApiRejected")]
    [InlineData("Lambda.Unknown", "ApiUnavailable")]
    public void An_error_that_nothing_catches_is_recorded_as_our_word(string error, string word)
    {
        using var flows = new EmbeddedFlows { CallApi = (_, _) => EmbeddedFlows.Failure(error) };
        var view = flows.Run(Order(), Payload);
        Assert.Equal((word, "The step rest_api_1 failed."), (view.Error, view.Cause));
        Assert.Equal(["Claim run", "rest_api_1", "Record failure", "Run failed"], flows.Path(view));
        AssertFailure(flows, word, "The step rest_api_1 failed.");
    }

    [Theory]
    [InlineData("{% $payload.missing %}")]
    [InlineData("{% $toMillis('never') %}")]
    public void An_answer_that_cannot_be_made_is_recorded_as_a_failure(string message)
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(Order(message: message), Payload);
        Assert.Equal("FlowExpression", view.Error);
        AssertFailure(flows, "FlowExpression", "The step respond_1 failed.");
    }

    [Fact]
    public void A_fail_step_in_a_branch_is_recorded_with_its_sentence()
    {
        using var flows = new EmbeddedFlows();
        var view = flows.Run(
            LoweringTests.Flow(
                "parallel_1",
                """
                "parallel_1": { "kind": "parallel", "branches": { "a": { "start": "rest_api_1", "steps": {
                    "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x",
                     "next": "decision_1" },
                    "decision_1": { "kind": "decision", "choices": [{ "when": "{% true %}", "next": "fail_1" }],
                     "otherwise": "end_1" },
                    "end_1": { "kind": "transform", "assign": { "x": 1 } },
                    "fail_1": { "kind": "fail", "message": "Not today." } } } }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "never" }
                """,
                "waits"
            ),
            Payload
        );
        Assert.Equal(("FlowFailed", "Not today."), (view.Error, view.Cause));
        AssertFailure(flows, "FlowFailed", "Not today.");
    }

    [Fact]
    public void A_failure_that_cannot_be_recorded_is_the_runs_error_all_the_same()
    {
        using var flows = new EmbeddedFlows(tables => new Trouble(tables, "updateItem") { Times = 9 })
        {
            CallApi = (_, _) => EmbeddedFlows.Failure("ApiRejected"),
        };
        var view = flows.Run(Order(), Payload);
        Assert.Equal(("ApiRejected", "The step rest_api_1 failed."), (view.Error, view.Cause));
        Assert.DoesNotContain(RunRecord.Status, flows.Record()!.Keys);
    }

    [Fact]
    public void A_flow_that_runs_another_flow_with_unsafe_calls_is_claimed_too()
    {
        using var flows = new EmbeddedFlows();
        flows.Publish(Order());
        flows.Pin(Order(), 4);
        foreach (var version in (string[])["\"live\"", "4"])
        {
            Assert.True(
                flows
                    .Create(
                        LoweringTests.Flow(
                            "run_flow_1",
                            $$"""
                            "run_flow_1": { "kind": "runFlow", "flowId": "order", "version": {{version}},
                             "payload": { "n": "1" }, "next": "respond_1" },
                            "respond_1": { "kind": "respond", "message": "{% $run_flow_1.message %}" }
                            """,
                            "waits"
                        )
                    )
                    .Compiled.ClaimsRuns
            );
        }
    }

    [Theory]
    [InlineData("GET", "waits", false)]
    [InlineData("HEAD", "auto", false)]
    [InlineData("DELETE", "auto", true)]
    [InlineData("POST", "continues", false)]
    public void Only_runs_that_could_do_something_twice_are_claimed(string method, string caller, bool claims)
    {
        using var flows = new EmbeddedFlows();
        var (_, compiled, machine) = flows.Create(Order(method: method, caller: caller));
        Assert.Equal(claims, compiled.ClaimsRuns);
        flows.Begin(machine, Payload);
        flows.RunClock();
        Assert.Equal(claims, flows.Record() is not null);
        Assert.Equal(claims, compiled.Definition.Contains("dynamodb"));
    }

    private static void AssertFailure(EmbeddedFlows flows, string error, string cause)
    {
        var record = flows.Record()!;
        Assert.Equal(
            (RunRecord.Failed, error, cause),
            (record[RunRecord.Status], record[RunRecord.Error], record[RunRecord.Cause])
        );
        Assert.DoesNotContain(RunRecord.Output, record.Keys);
    }

    private static string Order(
        string method = "POST",
        string caller = "waits",
        string? onError = null,
        string message = "{% 'Order \\\"' & $payload.n & '\\\"' %}",
        string extra = ""
    ) =>
        LoweringTests.Flow(
            "rest_api_1",
            $$$"""
            "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "{{{method}}}", "path": "/orders",
             "timeoutSeconds": 2, {{{(
                onError is null ? "" : $$""" "onError": { "any": "{{onError}}" }, """
            )}}} "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{{{message}}}", "outputs": { "id": "{% 'x' %}", "count": "{% 1 + 1 %}",
             "fixed": "text", "yes": true } }{{{extra}}}
            """,
            caller,
            "order"
        );

    /// <summary>A table some of whose writes fail, before or after they are done.</summary>
    private sealed class Trouble(IDynamoDbTasks table, string action) : IDynamoDbTasks
    {
        public int Times { get; set; } = 1;

        public bool AfterWriting { get; init; }

        public async ValueTask<Payload> RunAsync(string asked, JsonElement parameters, CancellationToken cancellationToken)
        {
            if (asked != action || Times-- <= 0)
            {
                return await table.RunAsync(asked, parameters, cancellationToken);
            }

            if (AfterWriting)
            {
                await table.RunAsync(asked, parameters, cancellationToken);
            }

            throw new TaskServiceException("DynamoDB.ProvisionedThroughputExceededException", "too much");
        }
    }
}
