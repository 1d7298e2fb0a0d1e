using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.Flows.Tests.Timing;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>
/// Random flows with loops of any shape, bodies, and flows compiled in and live, while calls fail and starts get lost: what a
/// call is known by to others (an idempotency key, the name of a live flow's run) is its own, and the same over its retries.
/// <c>CXF_LONG=1</c> runs far more.
/// </summary>
public sealed class CallKeyTests
{
    private static readonly int Flows = LongRun.Count(104, 8_000);

    [Fact]
    public void No_two_calls_of_a_run_share_a_key_and_every_retry_of_a_call_has_its_key()
    {
        var random = new Random(1);
        var (passes, retries, starts) = (0, 0, 0);
        for (var i = 0; i < Flows; i++)
        {
            using var flows = new RandomDeployment(random, isInTrouble: false, hasFreeLoops: true, hasUndo: i % 2 == 1);
            flows.Run();
            var calls = flows.Executions().SelectMany(execution => CallsOf(execution.View, execution.History)).ToList();
            foreach (var call in calls)
            {
                Assert.True(
                    call.Keys.Distinct().Count() == 1,
                    $"Flow {i}: one call had the keys {string.Join(", ", call.Keys.Distinct())}\n{flows.Document}"
                );
            }

            foreach (var same in calls.GroupBy(call => call.Keys[0]).Where(same => same.Count() > 1))
            {
                // A live flow whose start is repeated runs twice under one name where it only reads.
                Assert.True(
                    same.Select(call => call.Execution).Distinct().Count() == same.Count()
                        && same.All(call => !call.IsClaimed)
                        && same.Select(call => call.Run).Distinct().Count() == 1,
                    $"Flow {i}: the key {same.Key} is that of {same.Count()} calls of "
                        + $"{string.Join(", ", same.Select(call => call.State))}\n{flows.Document}"
                );
            }

            passes += calls.GroupBy(call => (call.Execution, call.State)).Count(visits => visits.Count() > 1);
            retries += calls.Count(call => call.Keys.Count > 1);
            starts += flows.Executions().GroupBy(execution => execution.View.Name).Count(same => same.Count() > 1);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{passes} steps repeated by loops, {retries} calls retried, {starts} flows started twice"
        );
        Assert.True(passes > Flows / 8 && retries > Flows / 8, "There was too little to tell.");
    }

    /// <summary>The calls of an execution, each with the key of each of its attempts.</summary>
    private static IEnumerable<Call> CallsOf(ExecutionView view, IReadOnlyList<HistoryEvent> history) =>
        from scheduled in history
        where scheduled.Details is TaskScheduledDetails
        let key = KeyOf(((TaskScheduledDetails)scheduled.Details!).Parameters.Tree)
        where key is not null
        group key by EntryOf(scheduled, history) into attempts
        select new Call(
            view.ExecutionArn,
            view.Name,
            ((StateEnteredDetails)attempts.Key.Details!).Name,
            history.Any(happened => happened.Details is StateEnteredDetails { Name: RunClaim.First }),
            [.. attempts]
        );

    // A table's record is of the run, not of a call.
    private static string? KeyOf(JsonElement asked) =>
        asked.TryGetProperty("Payload", out var payload) ? payload.GetProperty("idempotencyKey").GetString()
        : asked.TryGetProperty("StateMachineArn", out _) ? asked.GetProperty("Name").GetString()
        : null;

    private static HistoryEvent EntryOf(HistoryEvent happened, IReadOnlyList<HistoryEvent> history)
    {
        while (happened.Details is not StateEnteredDetails)
        {
            happened = history[(int)happened.PreviousEventId - 1];
        }

        return happened;
    }

    /// <param name="Execution">The execution that made it.</param>
    /// <param name="Run">That execution's name.</param>
    /// <param name="State">The state.</param>
    /// <param name="IsClaimed">Whether the execution claims its run.</param>
    /// <param name="Keys">The key of each attempt.</param>
    private sealed record Call(string Execution, string Run, string State, bool IsClaimed, IReadOnlyList<string> Keys);
}
