using System.Text.Json;
using Cxf.Flows.Compiling;
using Cxf.Flows.Runs;

namespace Cxf.Flows.FlowTests;

/// <summary>Compares a run with what its test expects; everything that differs is told at once.</summary>
internal static class FlowTestDifferences
{
    private const string Nothing = "(nothing)";

    public static IReadOnlyList<FlowTestDifference> Of(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
    [
        .. Unknown(compiled, test), .. Answers(compiled, test, run), .. Answer(test.Expect, run.Answer), .. Outputs(test.Expect, run.Answer), .. Path(test.Expect, run.Trace.Path),
        .. test.Expect.Requests.SelectMany(step => Requests(step, run.Trace)),
    ];

    // Steps of flows that are compiled in; the flow's own were checked when it was read.
    private static IEnumerable<FlowTestDifference> Unknown(CompiledFlow compiled, FlowTest test) =>
        from answers in test.Answers
        where compiled.States.All(state => state.Name != answers.Label || !FlowTestMocks.Calls(state.Step))
        select new FlowTestDifference($"answers.{answers.Label}", "a step that calls something", Nothing);

    private static IEnumerable<FlowTestDifference> Answers(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
        from step in FlowTestMocks.Counts(compiled, test)
        let calls = run.MockedCalls.GetValueOrDefault(step.Key)
        where calls != step.Answers
        select new FlowTestDifference($"answers.{step.Key}", Count(step.Answers, "call"), calls > step.Answers ? $"call {calls}, which has no answer" : Count(calls, "call"));

    private static IEnumerable<FlowTestDifference> Answer(FlowExpectation expect, IReadOnlyDictionary<string, string> answer)
    {
        (string Name, string? Expected)[] values = [("status", expect.Status), ("errorCode", expect.ErrorCode), ("message", expect.Message)];
        return from value in values
               where value.Expected is not null && FlowAnswer.OrNone(value.Expected) != answer[value.Name]
               select new FlowTestDifference(value.Name, value.Expected, answer[value.Name]);
    }

    private static IEnumerable<FlowTestDifference> Outputs(FlowExpectation expect, IReadOnlyDictionary<string, string> answer)
    {
        if (expect.Outputs is null)
        {
            return [];
        }

        var actual = answer.Where(value => !FlowAnswer.OwnNames.Contains(value.Key)).ToDictionary();
        return from name in expect.Outputs.Keys.Union(actual.Keys)
               let wanted = expect.Outputs.GetValueOrDefault(name)
               let given = actual.GetValueOrDefault(name)
               where wanted != given
               select new FlowTestDifference($"outputs.{name}", wanted ?? Nothing, given ?? Nothing);
    }

    private static IEnumerable<FlowTestDifference> Path(FlowExpectation expect, IReadOnlyList<string> path) =>
        expect.Path is null || expect.Path.SequenceEqual(path) ? [] : [new FlowTestDifference("path", Join(expect.Path), Join(path))];

    private static IEnumerable<FlowTestDifference> Requests(ExpectedRequests expected, FlowTrace trace)
    {
        var sent = trace.Calls().Where(call => call.Name == expected.Label).Select(call => SentRequest.Of(call.Call)).ToList();
        if (sent.Count != expected.Requests.Count)
        {
            yield return new FlowTestDifference($"requests.{expected.Label}", Count(expected.Requests.Count, "request"), Count(sent.Count, "request"));
        }

        for (var index = 0; index < Math.Min(sent.Count, expected.Requests.Count); index++)
        {
            foreach (var member in expected.Requests[index].EnumerateObject())
            {
                var given = sent[index].TryGetProperty(member.Name, out var value) ? value : default;
                if (given.ValueKind == JsonValueKind.Undefined || !JsonElement.DeepEquals(member.Value, given))
                {
                    yield return new FlowTestDifference(
                        $"requests.{expected.Label}[{index}].{member.Name}", member.Value.GetRawText(), given.ValueKind == JsonValueKind.Undefined ? Nothing : given.GetRawText());
                }
            }
        }
    }

    private static string Join(IEnumerable<string> labels) => string.Join(" -> ", labels) is { Length: > 0 } path ? path : Nothing;

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
