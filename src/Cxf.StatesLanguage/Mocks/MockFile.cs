using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Mocks;

/// <summary>
/// Mocked answers in the format of Step Functions Local's mock file: <c>StateMachines</c> assigns a mocked response to each state
/// of a test case; <c>MockedResponses</c> holds the answer for each call of the state (<c>"0"</c>, <c>"1-3"</c>): <c>Return</c>,
/// or <c>Throw</c> with <c>Error</c> and <c>Cause</c>. A start on <c>arn:…:machine#TestCase</c> selects the test case. The format
/// has two extensions: <c>AfterSeconds</c> delays an answer, and <c>State[2]</c> (<c>State[2][0]</c>) has the answers of one
/// iteration, whose calls are counted separately.
/// </summary>
public sealed class MockFile
{
    private readonly Dictionary<(string Machine, string TestCase, string State), string> _chosen = [];
    private readonly Dictionary<string, List<MockedCalls>> _responses = new(StringComparer.Ordinal);

    private MockFile() { }

    /// <summary>Reads a mock file.</summary>
    /// <exception cref="FormatException">The text is not a mock file; the message says what is wrong and where.</exception>
    public static MockFile Parse(string json)
    {
        var file = new MockFile();
        JsonElement root;
        try
        {
            root = JsonElement.Parse(json);
        }
        catch (JsonException problem)
        {
            var (line, character) = JsonText.StopOf(problem, json);
            throw new FormatException($"The mock file is not valid JSON at line {line + 1}, column {character + 1}.", problem);
        }

        foreach (var response in Section(root, "MockedResponses", "/"))
        {
            var location = $"/MockedResponses/{response.Name}";
            file._responses.Add(
                response.Name,
                [.. MockJson.Members(response.Value, location).Select(calls => MockedCalls.Read(calls, location))]
            );
        }

        foreach (var machine in Section(root, "StateMachines", "/"))
        {
            var location = $"/StateMachines/{machine.Name}";
            foreach (var testCase in Section(machine.Value, "TestCases", location))
            {
                foreach (var state in MockJson.Members(testCase.Value, $"{location}/TestCases/{testCase.Name}"))
                {
                    file.Choose((machine.Name, testCase.Name, state.Name), state.Value);
                }
            }
        }

        return file;
    }

    /// <summary>The mocked answers of a state in a test case, or null where the real calls are made.</summary>
    /// <param name="machine">The state machine's name.</param>
    /// <param name="testCase">The test case's name.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="iteration">The indexes of the iteration, <c>[2][0]</c>, or null outside of Map states.</param>
    internal MockedState? Find(string machine, string testCase, string state, string? iteration) =>
        (iteration is null ? null : Find(machine, testCase, state + iteration)) ?? Find(machine, testCase, state);

    private MockedState? Find(string machine, string testCase, string key) =>
        _chosen.TryGetValue((machine, testCase, key), out var response)
            ? new MockedState(key, response, _responses[response])
            : null;

    private static JsonElement.ObjectEnumerator Section(JsonElement owner, string name, string location) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var section)
            ? MockJson.Members(section, $"{location.TrimEnd('/')}/{name}")
            : throw new FormatException($"The mock file has no object '{name}' at {location}.");

    private void Choose((string Machine, string TestCase, string State) state, JsonElement response)
    {
        var location = $"/StateMachines/{state.Machine}/TestCases/{state.TestCase}/{state.State}";
        var name = MockJson.Text(response, location);
        if (!_responses.ContainsKey(name))
        {
            throw new FormatException($"The mocked response '{name}' does not exist; it is used at {location}.");
        }

        _chosen.Add(state, name);
    }
}
