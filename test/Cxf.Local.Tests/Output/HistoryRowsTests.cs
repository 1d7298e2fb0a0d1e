using Cxf.Local.Output;
using Cxf.Local.Runs;

namespace Cxf.Local.Tests.Output;

public class HistoryRowsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_state_is_one_row_from_its_entry_to_its_exit()
    {
        var rows = HistoryRows.From([
            At(1, 0, "ExecutionStarted"),
            At(2, 0, "TaskStateEntered", "create_lead", input: "{}"),
            At(3, 2, "TaskScheduled"),
            At(4, 3, "TaskStarted"),
            At(5, 4, "TaskSucceeded"),
            At(6, 5, "TaskStateExited", "create_lead", output: "1"),
            At(7, 6, "SucceedStateEntered", "done"),
            At(8, 7, "SucceedStateExited", "done", output: "2"),
            At(9, 8, "ExecutionSucceeded"),
        ]);

        Assert.Equal(
            [
                new HistoryRow("create_lead", "Task", Start.AddSeconds(2), Start.AddSeconds(6), "{}", "1", Tries: 1)
                {
                    Next = "done",
                },
                new HistoryRow("done", "Succeed", Start.AddSeconds(7), Start.AddSeconds(8), null, "2"),
            ],
            rows.Select(row => row with { Attempts = [] })
        );
    }

    [Fact]
    public void Every_try_of_a_task_is_kept_with_its_times_and_its_error()
    {
        var row = Assert.Single(
            HistoryRows.From([
                At(1, 0, "TaskStateEntered", "create_lead"),
                At(2, 1, "TaskScheduled"),
                At(3, 2, "TaskFailed", error: "ApiTimeout"),
                At(5, 3, "TaskScheduled"),
                At(6, 5, "TaskSucceeded", output: "7"),
            ])
        );

        Assert.Equal(
            [
                new StepAttempt(Start.AddSeconds(2), Start.AddSeconds(3), null, null, "ApiTimeout", null),
                new StepAttempt(Start.AddSeconds(5), Start.AddSeconds(6), null, "7", null, null),
            ],
            row.Attempts
        );
    }

    [Fact]
    public void A_retry_that_succeeds_shows_its_tries_and_no_error()
    {
        var row = Assert.Single(
            HistoryRows.From([
                At(1, 0, "TaskStateEntered", "call"),
                At(2, 1, "TaskScheduled"),
                At(3, 2, "TaskFailed", error: "ApiTimeout"),
                At(4, 3, "TaskScheduled"),
                At(5, 4, "TaskSucceeded"),
                At(6, 5, "TaskStateExited", "call", output: "{}"),
            ])
        );

        Assert.Equal((2, null, "{}"), (row.Tries, row.Error, row.Output));
    }

    [Fact]
    public void A_task_shows_what_its_last_try_sent_and_a_state_which_variables_it_set()
    {
        const string arguments = """
            {"FunctionName": "f", "Payload": {"tenantId": "acme", "connectionId": "crm", "request": {"method": "POST",
             "path": "/leads", "query": {"tag": ["a", "b"], "none": null}, "headers": {}, "body": {"n": NUMBER}}}}
            """;
        var row = Assert.Single(
            HistoryRows.From(
                [
                    At(1, 0, "TaskStateEntered", "call"),
                    At(2, 1, "TaskScheduled") with
                    {
                        Arguments = arguments.Replace("NUMBER", "1"),
                    },
                    At(3, 2, "TaskFailed", error: "ApiTimeout"),
                    At(4, 3, "TaskScheduled") with
                    {
                        Arguments = arguments.Replace("NUMBER", "2"),
                    },
                    At(5, 4, "TaskStateExited", "call", output: "{}") with
                    {
                        Variables = [new("asked", "1")],
                    },
                ],
                (tenant, connection) => $"https://{tenant}.example/{connection}/"
            )
        );

        Assert.Equal(("POST", "https://acme.example/crm/leads"), (row.Sent!.Method, row.Sent.Url));
        Assert.Equal([new("tag", "a"), new KeyValuePair<string, string>("tag", "b")], row.Sent.Query);
        Assert.Equal(("""{"n": 2}""", null), (row.Sent.Body, row.Sent.Headers));
        Assert.Equal([new KeyValuePair<string, string>("asked", "1")], row.Variables);
    }

    [Fact]
    public void An_expression_that_fails_first_belongs_to_its_state()
    {
        var rows = HistoryRows.From([
            At(1, 0, "PassStateEntered", "first"),
            At(2, 1, "PassStateExited", "first", output: "{}"),
            At(3, 2, "PassStateEntered", "second"),
            At(4, 2, "EvaluationFailed", "second", error: "States.QueryEvaluationError", cause: "The expression …"),
            At(5, 4, "ExecutionFailed", error: "States.QueryEvaluationError", cause: "The expression …"),
        ]);

        Assert.Equal(
            [(null, null), ("States.QueryEvaluationError", "The expression …")],
            rows.Select(row => (row.Error, row.Cause))
        );
    }

    [Fact]
    public void A_caught_error_stays_with_its_state()
    {
        var rows = HistoryRows.From([
            At(1, 0, "TaskStateEntered", "call"),
            At(2, 1, "TaskScheduled"),
            At(3, 2, "TaskFailed", error: "ApiTimeout", cause: "late"),
            At(4, 3, "TaskStateExited", "call", output: "{}"),
            At(5, 4, "PassStateEntered", "fallback"),
            At(6, 5, "PassStateExited", "fallback"),
        ]);

        Assert.Equal(("ApiTimeout", "late", Start.AddSeconds(4)), (rows[0].Error, rows[0].Cause, rows[0].Exited));
        Assert.Null(rows[1].Error);
    }

    [Fact]
    public void An_execution_that_fails_ends_its_last_state()
    {
        var row = Assert.Single(
            HistoryRows.From([
                At(1, 0, "TaskStateEntered", "call"),
                At(2, 1, "TaskScheduled"),
                At(3, 2, "TaskFailed", error: "ApiTimeout", cause: "late"),
                At(4, 3, "ExecutionFailed", error: "ApiTimeout", cause: "late"),
            ])
        );

        Assert.Equal(("ApiTimeout", Start.AddSeconds(4)), (row.Error, row.Exited));
    }

    [Fact]
    public void An_execution_that_times_out_says_so_at_the_state_that_was_waiting()
    {
        var row = Assert.Single(HistoryRows.From([At(1, 0, "WaitStateEntered", "pause"), At(2, 1, "ExecutionTimedOut")]));

        Assert.Equal("TimedOut", row.Error);
    }

    [Fact]
    public void Iterations_of_one_name_are_distinguished()
    {
        var rows = HistoryRows.From([
            At(1, 0, "MapStateEntered", "all"),
            At(2, 1, "MapIterationStarted", "all"),
            At(3, 1, "MapIterationStarted", "all"),
            At(4, 2, "PassStateEntered", "each", input: "1"),
            At(5, 3, "PassStateEntered", "each", input: "2"),
            At(6, 5, "PassStateExited", "each", output: "b"),
            At(7, 4, "PassStateExited", "each", output: "a"),
            At(8, 7, "MapStateExited", "all", output: "ab"),
        ]);

        Assert.Equal([("all", "ab"), ("each", "a"), ("each", "b")], rows.Select(row => (row.Name, row.Output!)));
    }

    private static HistoryEvent At(
        long id,
        long previous,
        string type,
        string? name = null,
        string? input = null,
        string? output = null,
        string? error = null,
        string? cause = null
    ) => new(id, previous, type, Start.AddSeconds(id), name, input, output, error, cause);
}
