using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Studio.Runs;

namespace Cxf.Studio.Tests.Runs;

/// <summary>The sentences about a redrive, before and after it.</summary>
public sealed class RedrivePlanTests
{
    private static readonly Run Failed = new()
    {
        RunId = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe-1",
        Tenant = TenantId.Parse("acme"),
        Flow = FlowId.Parse("create_lead"),
        IsExpress = false,
        ExecutionArn = "",
        Status = "FAILED",
        StartedAt = default,
        Error = "ApiTimeout",
    };

    [Theory]
    [InlineData("FAILED", 0, null)]
    [InlineData("RUNNING", 1, null)]
    [InlineData("SUCCEEDED", 1, "The run was started again and has succeeded.")]
    [InlineData("FAILED", 1, "The run was started again and has not succeeded: ApiTimeout.")]
    [InlineData("ABORTED", 2, "The run was started again and has not succeeded: ABORTED.")]
    public void What_came_of_it_is_said_when_the_run_has_ended_again(string status, int redrives, string? expected)
    {
        var error = status == "FAILED" ? Failed.Error : null;
        Assert.Equal(
            expected,
            RedrivePlan.OutcomeOf(Failed with { Status = status, Redrives = redrives, Error = error }, before: 0)
        );
    }

    [Theory]
    [InlineData("FAILED", "GET", false)]
    [InlineData("FAILED", "POST", true)]
    [InlineData("ABORTED", "PUT", true)]
    [InlineData("TIMED_OUT", "HEAD", false)]
    public void It_warns_of_a_call_that_may_change_something_a_second_time(string status, string method, bool warns)
    {
        var run = Failed with { Status = status };
        var plan = RedrivePlan.Of(new OpenedRun(run, HistoryOf(method), [], default), run);

        Assert.Null(plan.Problem);
        Assert.Equal(status == "FAILED" ? "the step that failed" : "the step where it ended", plan.Place);
        Assert.StartsWith($"rest_api_1: {method} crm:/leads", Assert.Single(plan.Again));
        Assert.Equal(warns, plan.MayRepeatChanges);
    }

    private static RunHistory HistoryOf(string method)
    {
        var request = $$"""{ "method": "{{method}}", "path": "/leads" }""";
        var call = $$"""{ "Payload": { "tenantId": "acme", "connectionId": "crm", "request": {{request}} } }""";
        return RunHistory.Of(
            HistoryReader.Read(
                $$$"""
                {
                  "events": [
                    { "id": 1, "previousEventId": 0, "timestamp": "2026-11-30T03:00:00Z", "type": "ExecutionStarted" },
                    {
                      "id": 2, "previousEventId": 1, "timestamp": "2026-11-30T03:00:00Z", "type": "TaskStateEntered",
                      "stateEnteredEventDetails": { "name": "rest_api_1" }
                    },
                    {
                      "id": 3, "previousEventId": 2, "timestamp": "2026-11-30T03:00:00Z", "type": "TaskScheduled",
                      "taskScheduledEventDetails": {
                        "parameters":
                          {{{JsonSerializer.Serialize(call)}}}
                      }
                    },
                    {
                      "id": 4, "previousEventId": 3, "timestamp": "2026-11-30T03:00:08Z", "type": "TaskFailed",
                      "taskFailedEventDetails": { "error": "ApiTimeout" }
                    }
                  ]
                }
                """
            )!
        );
    }
}
