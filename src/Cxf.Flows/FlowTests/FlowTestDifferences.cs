using Cxf.ApiCalls;
using Cxf.ApiCalls.Outcomes;
using Cxf.Documents;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Compares a run with what its test expects; all differences are reported at once, in the order in which a run makes them: what
/// it sent, the path that it took, how often it called, what it answered. So a cause stands before what follows from it.
/// </summary>
internal static class FlowTestDifferences
{
    /// <summary>The text for a missing value.</summary>
    public const string Nothing = "(nothing)";

    public static IReadOnlyList<FlowTestDifference> Of(CompiledFlow compiled, FlowTest test, FlowTestRun run)
    {
        var unanswered = Unanswered(compiled, test, run).ToList();

        // A call without an answer ends the run: the end differs because of it, and telling so would hide it.
        return unanswered.Count > 0
            ?
            [
                .. Unknown(compiled, test),
                .. Refused(compiled, test, run),
                .. test.Expect.Requests.SelectMany(step => RequestDifferences.OfSent(step, run.Trace)),
                .. unanswered,
            ]
            :
            [
                .. Unknown(compiled, test),
                .. Refused(compiled, test, run),
                .. test.Expect.Requests.SelectMany(step => RequestDifferences.OfSent(step, run.Trace)),
                .. Path(test.Expect, run.Trace.Path),
                .. LeftOver(compiled, test, run),
                .. test.Expect.Requests.SelectMany(step => RequestDifferences.OfNumber(step, run.Trace)),
                .. Answer(test.Expect, run.Answer),
                .. Outputs(test.Expect, run.Answer),
            ];
    }

    // Steps of flows that are compiled in; the flow's own were checked when it was read.
    private static IEnumerable<FlowTestDifference> Unknown(CompiledFlow compiled, FlowTest test)
    {
        var calling = compiled.States.Where(state => FlowTestMocks.Calls(state.Step)).Select(state => state.Name).ToHashSet();
        return from answers in test.Answers
            where !calling.Contains(answers.Label)
            select new FlowTestDifference($"answers.{answers.Label}", "a step that calls something", Nothing, answers.Pointer);
    }

    private static IEnumerable<FlowTestDifference> Unanswered(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
        from step in FlowTestMocks.Counts(compiled, test)
        let calls = run.MockedCalls.GetValueOrDefault(step.Key)
        where calls > step.Answers
        select new FlowTestDifference(
            $"answers.{step.Key}",
            Count(step.Answers, "call"),
            $"at least {Count(calls, "call")}, and call {calls} has no answer",
            PlaceOf(test, step.Key)
        );

    private static IEnumerable<FlowTestDifference> LeftOver(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
        from step in FlowTestMocks.Counts(compiled, test)
        let calls = run.MockedCalls.GetValueOrDefault(step.Key)
        where calls < step.Answers
        select new FlowTestDifference(
            $"answers.{step.Key}",
            Count(step.Answers, "call"),
            Count(calls, "call"),
            PlaceOf(test, step.Key)
        );

    // An answer that the test makes up must not hide that CallApi would refuse the call.
    private static IEnumerable<FlowTestDifference> Refused(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
        from state in compiled.States
        where state.Step is RestApiStep && !IsRefused(test, state.Name)
        from call in run.Trace.Calls[state.Name].Index()
        let problem = SentRequest.ProblemOf(call.Item)
        where problem is not null
        select new FlowTestDifference(
            $"requests.{state.Name}[{call.Index}]",
            "a request that CallApi can send",
            $"one that it refuses: {problem}",
            PlaceOf(test, state.Name)
        );

    private static bool IsRefused(FlowTest test, string label) =>
        test.Answers.Any(answers => answers.Label == label && Calls(answers.Answers).Any(IsMisconfigured));

    private static IEnumerable<StubCall> Calls(AnswerList list) => list.Calls.Concat(list.Iterations.SelectMany(Calls));

    private static bool IsMisconfigured(StubCall call) =>
        call switch
        {
            StubError error => error.ErrorCode,
            StubFault fault => FailureCatalog.WordOf(fault.Reason),
            _ => "",
        } == ErrorCodes.ApiMisconfigured;

    // The key of an iteration is the step's with an index behind it.
    private static string PlaceOf(FlowTest test, string key) =>
        test.Answers.FirstOrDefault(answers => answers.Label == key.Split('[')[0])?.Pointer ?? test.Pointer;

    private static IEnumerable<FlowTestDifference> Answer(FlowExpectation expect, IReadOnlyDictionary<string, string> answer)
    {
        if (answer["status"] != expect.Status)
        {
            // With the reason, which the test may not compare.
            var error = answer["errorCode"] is var word && word != FlowAnswer.None ? $" ({word})" : "";
            yield return new FlowTestDifference(
                "status",
                expect.Status,
                answer["status"] + error,
                JsonPointer.Append(expect.Pointer, "status")
            );
        }

        foreach (var (name, expected) in new (string, string?)[] { ("errorCode", expect.ErrorCode), ("message", expect.Message) })
        {
            if (expected is not null && FlowAnswer.OrNone(expected) != answer[name])
            {
                yield return new FlowTestDifference(name, expected, answer[name], JsonPointer.Append(expect.Pointer, name));
            }
        }
    }

    private static IEnumerable<FlowTestDifference> Outputs(FlowExpectation expect, IReadOnlyDictionary<string, string> answer)
    {
        if (expect.Outputs is null)
        {
            return [];
        }

        var pointer = JsonPointer.Append(expect.Pointer, "outputs");
        var actual = answer.Where(value => !FlowAnswer.OwnNames.Contains(value.Key)).ToDictionary();
        return from name in expect.Outputs.Keys.Union(actual.Keys)
            let wanted = expect.Outputs.GetValueOrDefault(name)
            let given = actual.GetValueOrDefault(name)
            where wanted != given
            select new FlowTestDifference(
                $"outputs.{name}",
                wanted ?? Nothing,
                given ?? Nothing,
                wanted is null ? pointer : JsonPointer.Append(pointer, name)
            );
    }

    private static IEnumerable<FlowTestDifference> Path(FlowExpectation expect, IReadOnlyList<string> path) =>
        expect.Path is null || expect.Path.SequenceEqual(path)
            ? []
            : [new FlowTestDifference("path", Join(expect.Path), Join(path), JsonPointer.Append(expect.Pointer, "path"))];

    private static string Join(IEnumerable<string> labels) =>
        string.Join(" -> ", labels) is { Length: > 0 } path ? path : Nothing;

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
