using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Mocks;

/// <summary>
/// Answers instead of calls, in the format of Step Functions Local's mock file: <c>StateMachines</c> name for each test case
/// which mocked response a state gets, <c>MockedResponses</c> hold for each call of the state (<c>"0"</c>, <c>"1-3"</c>) what it
/// gives: <c>Return</c> or <c>Throw</c> with <c>Error</c> and <c>Cause</c>. A start on <c>arn:…:machine#TestCase</c> chooses the
/// test case. Two things are ours: an answer may come <c>AfterSeconds</c>, and <c>State[2]</c> (<c>State[2][0]</c>) has the
/// answers of one iteration, whose calls are counted for themselves.
/// </summary>
public sealed class MockFile
{
    private readonly Dictionary<(string Machine, string TestCase, string State), string> _chosen = [];
    private readonly Dictionary<string, List<MockedCalls>> _responses = new(StringComparer.Ordinal);

    private MockFile()
    {
    }

    /// <summary>Reads a mock file.</summary>
    /// <exception cref="FormatException">The text is not a mock file; the message says what is wrong and where.</exception>
    public static MockFile Parse(string json)
    {
        var file = new MockFile();
        try
        {
            var root = JsonElement.Parse(json);
            foreach (var response in Members(root, "MockedResponses", "/"))
            {
                file._responses.Add(
                    response.Name, [.. response.Value.EnumerateObject().Select(
                        calls => MockedCalls.Read(calls, $"/MockedResponses/{response.Name}"))]);
            }

            foreach (var machine in Members(root, "StateMachines", "/"))
            {
                foreach (var testCase in Members(machine.Value, "TestCases", $"/StateMachines/{machine.Name}"))
                {
                    foreach (var state in testCase.Value.EnumerateObject())
                    {
                        file.Choose((machine.Name, testCase.Name, state.Name), state.Value);
                    }
                }
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The mock file cannot be read: {problem.Message}", problem);
        }

        return file;
    }

    /// <summary>The answer for the next call of a state, or null where the real call is to be made.</summary>
    internal MockedTask? Find(StateRun run, string stateName)
    {
        var execution = run.Execution;
        if (execution.Origin.TestCase is not { } testCase)
        {
            return null;
        }

        var key = stateName + run.Item?.Indexes;
        if (!_chosen.TryGetValue((execution.Machine.Name, testCase, key), out var response))
        {
            key = stateName;
            if (!_chosen.TryGetValue((execution.Machine.Name, testCase, key), out response))
            {
                return null;
            }
        }

        var call = execution.NextMockedCallOf(key);
        return _responses[response].Find(calls => call >= calls.First && call <= calls.Last)?.Task
            ?? throw run.RuntimeError(
                $"The mocked response '{response}' has no answer for call {call} of the state '{stateName}'.");
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement owner, string name, string place) =>
        owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object
            ? member.EnumerateObject()
            : throw new FormatException($"The mock file has no object '{name}' at {place}.");

    private void Choose((string Machine, string TestCase, string State) state, JsonElement response)
    {
        var name = response.GetString() ?? "";
        if (!_responses.ContainsKey(name))
        {
            throw new FormatException(
                $"The mocked response '{name}' of /StateMachines/{state.Machine}/TestCases/{state.TestCase}/{state.State} does not exist.");
        }

        _chosen.Add(state, name);
    }

    private sealed record MockedCalls(int First, int Last, MockedTask Task)
    {
        public static MockedCalls Read(JsonProperty entry, string place)
        {
            var range = entry.Name.Split('-');
            if (range.Length > 2 || !int.TryParse(range[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(range[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                throw new FormatException($"'{entry.Name}' at {place} is neither a number nor a range of numbers.");
            }

            var after = entry.Value.TryGetProperty("AfterSeconds", out var seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : TimeSpan.Zero;
            if (entry.Value.TryGetProperty("Return", out var output))
            {
                return new MockedCalls(first, last, new MockedTask(Payload.Of(output), null, null, after));
            }

            if (!entry.Value.TryGetProperty("Throw", out var failure))
            {
                throw new FormatException($"{place}/{entry.Name} has neither 'Return' nor 'Throw'.");
            }

            return new MockedCalls(first, last, new MockedTask(null, Text(failure, "Error"), Text(failure, "Cause"), after));
        }

        private static string? Text(JsonElement owner, string name) =>
            owner.TryGetProperty(name, out var text) ? text.GetString() : null;
    }
}
