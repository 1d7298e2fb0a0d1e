using Cxf.Documents;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.FlowTests;

/// <summary>What the state of a step gets instead of calling anything: an answer in the words of a flow test.</summary>
/// <param name="Result">The result of the state's task, as JSON; null if the call fails.</param>
/// <param name="Error">The error; null if the call succeeds.</param>
/// <param name="Cause">The cause of the error.</param>
public sealed record StepStub(string? Result, string? Error, string? Cause)
{
    /// <summary>Reads an answer, such as <c>200</c>, <c>{"status": 200, "body": {}}</c> or <c>timeOut</c>.</summary>
    /// <param name="answer">The answer as JSON; a word needs no quotes.</param>
    /// <param name="state">The state that gets it.</param>
    /// <param name="target">What the flow was compiled for.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="ArgumentException">It is not an answer to a call, or the step calls nothing.</exception>
    public static StepStub Read(string answer, CompiledState state, CompilationTarget target, DateTimeOffset now)
    {
        if (!FlowTestMocks.Calls(state.Step))
        {
            throw new ArgumentException($"The step {state.Name} calls nothing that could be answered.");
        }

        var json = StubCallReader.TextWords.Contains(answer) ? $"\"{answer}\"" : answer;
        var reader = new JsonDocumentReader(JsonSource.Parse($"[{json}]"), FlowCodes.Shape);
        var calls = reader.HasErrors ? null : StubCallReader.ReadList(reader.Root)?.Calls;
        if (reader.HasErrors || calls is not [var call])
        {
            var problem = reader.Diagnostics is [var first, ..] ? first : null;
            throw new ArgumentException(
                problem is null ? "This is not one answer to a call." : $"{problem.Message} {problem.Fix}"
            );
        }

        var mock = JsonOutput.Element(writer =>
        {
            writer.WriteStartObject();
            MockedCall.Write(writer, state, call, now, target);
            writer.WriteEndObject();
        });
        return mock.TryGetProperty("Return", out var result) ? new StepStub(result.GetRawText(), null, null)
            : mock.TryGetProperty("Throw", out var error)
                ? new StepStub(null, error.GetProperty("Error").GetString(), error.GetProperty("Cause").GetString())
            : throw new ArgumentException($"The step {state.Name} cannot get such an answer.");
    }
}
