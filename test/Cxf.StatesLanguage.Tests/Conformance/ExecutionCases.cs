using System.Text.Json;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Runs a recorded execution under virtual time and compares the outcome.</summary>
internal static class ExecutionCases
{
    // The day on which the relative timestamps of the corpus were created.
    private static readonly DateTimeOffset CorpusDay = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private const int MaxWaits = 1_000;

    public static string? Run(CorpusCase corpusCase)
    {
        var time = new FakeTimeProvider(CorpusDay);
        using var service = new StepFunctionsService(
            new StepFunctionsOptions { TimeProvider = time, Lambda = new LambdaStubs(corpusCase, time) }
        );
        try
        {
            var worker = RecordedWorker.Of(service, corpusCase);
            var arn = Start(service, corpusCase, worker);
            RunToEnd(service, time, arn, worker);
            return Compare(corpusCase, service.ViewOf(arn), service.HistoryOf(arn), worker);
        }
        catch (StepFunctionsException error)
        {
            return $"rejected: {error.Code}: {error.Message}";
        }
    }

    private static string Start(StepFunctionsService service, CorpusCase corpusCase, RecordedWorker? worker)
    {
        var role =
            corpusCase.Data.TryGetProperty("expectedHistory", out var history) && history.GetArrayLength() > 0
                ? history[0].GetProperty("executionStartedEventDetails").GetProperty("roleArn").GetString()
                : "arn:aws:iam::111111111111:role/snf_role_arn";
        var machine = service.CreateStateMachine(
            new CreateStateMachineRequest(
                "ArnPart_0idx",
                worker?.Definition ?? corpusCase.DefinitionText,
                role,
                corpusCase.Data.GetProperty("type").GetString() == "EXPRESS"
                    ? StateMachineType.Express
                    : StateMachineType.Standard
            )
        );
        var input = corpusCase.Data.GetProperty("inputText");
        return service
            .StartExecution(
                new StartExecutionRequest(
                    machine.StateMachineArn,
                    "ExecArnPart_0idx",
                    input.ValueKind == JsonValueKind.Null ? null : input.GetString()
                )
            )
            .ExecutionArn;
    }

    private static void RunToEnd(StepFunctionsService service, FakeTimeProvider time, string arn, RecordedWorker? worker)
    {
        // Far more waits than any recording has.
        for (var waits = 0; service.ViewOf(arn).StopDate is null; waits++)
        {
            if (waits == MaxWaits)
            {
                throw new InvalidOperationException("The execution does not end.");
            }

            if (worker?.Work(service) == true)
            {
                continue;
            }

            var due = service.NextDue ?? time.GetUtcNow().AddSeconds(60);
            time.Advance(due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.FromMilliseconds(1));
        }
    }

    private static string? Compare(
        CorpusCase corpusCase,
        ExecutionView view,
        IReadOnlyList<HistoryEvent> events,
        RecordedWorker? worker
    )
    {
        var expected = corpusCase.Data.GetProperty("expected");
        var status = StatusNames.Of(view.Status);
        if (expected.GetProperty("status").GetString() != status)
        {
            return $"expected {expected}, was {status} {view.Error} {view.Cause} {view.Output}";
        }

        var snapshot = new Snapshot();
        if (corpusCase.Data.TryGetProperty("expectedHistory", out var history))
        {
            var written = HistoryEventJson.Write(events);
            var ours = JsonElement.Parse(worker?.WithLiterals(written) ?? written);
            return CompareOutcome(expected, view, snapshot)
                ?? (
                    corpusCase.Data.TryGetProperty("historyNote", out _)
                        ? SortedHistory.Difference(snapshot, history, ours)
                        : Histories.Difference(snapshot, history, ours)
                );
        }

        return CompareOutcome(expected, view, snapshot);
    }

    private static string? CompareOutcome(JsonElement expected, ExecutionView view, Snapshot snapshot)
    {
        if (expected.TryGetProperty("output", out var output))
        {
            var difference = snapshot.Difference(output, JsonElement.Parse(view.Output!), "output", parsesText: false);
            return difference
                ?? (
                    expected.TryGetProperty("outputText", out var text)
                        ? snapshot.Text(text.GetString()!, view.Output!, "outputText")
                        : null
                );
        }

        return Member("error", view.Error) ?? Member("cause", view.Cause);

        string? Member(string name, string? actual)
        {
            if (!expected.TryGetProperty(name, out var value))
            {
                return actual is null ? null : $"{name}: expected none, was {actual}";
            }

            return actual is null
                ? $"{name}: expected {value}, was none"
                : snapshot.Difference(value, JsonSerializer.SerializeToElement(actual), name);
        }
    }
}
