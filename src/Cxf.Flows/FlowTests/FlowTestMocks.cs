using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Compiles the stubbed answers of a test to a mock file of the engine (the format of Step Functions Local): a test case, and in
/// it for every state that calls something the answers to its calls. A state without answers gets an empty list, so that a call
/// nobody foresaw ends the run instead of going anywhere.
/// </summary>
internal sealed class FlowTestMocks(FlowDefinition flow, CompiledFlow compiled, CompilationTarget target, FlowTest test)
{
    private readonly List<(string Key, CompiledState State, IReadOnlyList<StubCall> Calls)> _responses = [];

    /// <summary>Whether a step calls another system or a live flow, and so needs answers in a test.</summary>
    public static bool Calls(FlowStep step) => step is RestApiStep or RunFlowStep { Version: null };

    /// <summary>
    /// How many answers a test has, by the key of the mock file that counts the calls. Of answers that are made up, nobody
    /// expects a number.
    /// </summary>
    public static IEnumerable<(string Key, int Answers)> Counts(CompiledFlow compiled, FlowTest test) =>
        Keys(compiled, test).Where(list => !MadeUpAnswers.IsFor(list.State, test)).Select(list => (list.Key, list.Calls.Count));

    /// <summary>The mock file; its machine has the flow's id as its name.</summary>
    public string Compile() =>
        JsonOutput.Text(
            json =>
            {
                json.WriteStartObject();
                WriteTestCases(json);
                WriteResponses(json);
                json.WriteEndObject();
            },
            ApiCallAnswer.WriterOptions
        );

    private void WriteTestCases(Utf8JsonWriter json)
    {
        json.WriteStartObject("StateMachines");
        json.WriteStartObject(flow.Id.Value);
        json.WriteStartObject("TestCases");
        json.WriteStartObject(test.Name);
        foreach (var (state, key, calls) in Keys(compiled, test))
        {
            json.WriteString(key, key);
            _responses.Add((key, state, calls));
        }

        json.WriteEndObject();

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResponses(Utf8JsonWriter json)
    {
        json.WriteStartObject("MockedResponses");
        foreach (var (key, state, calls) in _responses)
        {
            json.WriteStartObject(key);
            for (var (first, last) = (0, 0); first < calls.Count; first = ++last)
            {
                // An answer that is made up is the same for every call.
                while (last + 1 < calls.Count && ReferenceEquals(calls[last + 1], calls[first]))
                {
                    last++;
                }

                json.WriteStartObject(first == last ? first.ToString() : $"{first}-{last}");
                MockedCall.Write(json, state, calls[first], test.StartsAt, target);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The key of every state that calls something, and one for each iteration that has answers.</summary>
    private static IEnumerable<(CompiledState State, string Key, IReadOnlyList<StubCall> Calls)> Keys(
        CompiledFlow compiled,
        FlowTest test
    )
    {
        var answers = test
            .Answers.DistinctBy(answers => answers.Label)
            .ToDictionary(answers => answers.Label, answers => answers.Answers);
        return from state in compiled.States
            where Calls(state.Step)
            from list in answers.TryGetValue(state.Name, out var found) ? Keys(state.Name, found) : [(state.Name, [])]
            select (state, list.Key, list.Calls);
    }

    private static IEnumerable<(string Key, IReadOnlyList<StubCall> Calls)> Keys(string key, AnswerList answers) =>
        answers.Iterations.SelectMany((list, index) => Keys($"{key}[{index}]", list)).Prepend((key, answers.Calls));
}
