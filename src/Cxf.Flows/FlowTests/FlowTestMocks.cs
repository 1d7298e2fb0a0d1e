using System.Buffers;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Compiles the canned answers of a flow's tests to a mock file of the engine (the format of Step Functions Local): a test case
/// for each test, and in it for every state that calls something the answers to its calls. A state without answers gets an
/// empty list, so that a call nobody foresaw ends the run instead of going anywhere.
/// </summary>
internal sealed class FlowTestMocks(FlowDefinition flow, CompiledFlow compiled, CompilationTarget target)
{
    private readonly List<(string Key, CompiledState State, FlowTest Test, IReadOnlyList<CannedCall> Calls)> _responses = [];

    /// <summary>Whether a step calls another system or a live flow, and so needs answers in a test.</summary>
    public static bool Calls(FlowStep step) => step is RestApiStep or RunFlowStep { Version: null };

    /// <summary>How many answers a test has, by the key of the mock file that counts the calls.</summary>
    public static IEnumerable<(string Key, int Answers)> Counts(CompiledFlow compiled, FlowTest test) =>
        compiled.States.Where(state => Calls(state.Step)).SelectMany(state => Keys(state, test)).Select(list => (list.Key, list.Calls.Count));

    /// <summary>The mock file; its machine has the flow's id as its name.</summary>
    public string Compile()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ApiCallAnswer.WriterOptions))
        {
            json.WriteStartObject();
            WriteTestCases(json);
            WriteResponses(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteTestCases(Utf8JsonWriter json)
    {
        json.WriteStartObject("StateMachines");
        json.WriteStartObject(flow.Id.Value);
        json.WriteStartObject("TestCases");
        foreach (var test in flow.Tests)
        {
            json.WriteStartObject(test.Name);
            foreach (var state in compiled.States.Where(state => Calls(state.Step)))
            {
                foreach (var (key, calls) in Keys(state, test))
                {
                    json.WriteString(key, ResponseName(test, key));
                    _responses.Add((key, state, test, calls));
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResponses(Utf8JsonWriter json)
    {
        json.WriteStartObject("MockedResponses");
        foreach (var (key, state, test, calls) in _responses)
        {
            json.WriteStartObject(ResponseName(test, key));
            for (var number = 0; number < calls.Count; number++)
            {
                json.WriteStartObject(number.ToString());
                MockedCall.Write(json, state.Step, calls[number], test.StartsAt, target);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The state's own key, and one for each iteration that has answers.</summary>
    private static IEnumerable<(string Key, IReadOnlyList<CannedCall> Calls)> Keys(CompiledState state, FlowTest test)
    {
        var answers = test.Answers.FirstOrDefault(answers => answers.Label == state.Name)?.Answers;
        return answers is null ? [(state.Name, [])] : Keys(state.Name, answers);
    }

    private static IEnumerable<(string Key, IReadOnlyList<CannedCall> Calls)> Keys(string key, AnswerList answers) =>
        answers.Iterations.SelectMany((list, index) => Keys($"{key}[{index}]", list)).Prepend((key, answers.Calls));

    private static string ResponseName(FlowTest test, string key) => $"{test.Name} / {key}";
}
