using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Compiling;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Local.FlowDocuments;
using Cxf.StatesLanguage.History;

namespace Cxf.Local.Trials;

/// <summary>What a step finds when a run reaches it.</summary>
/// <param name="Payload">The payload of the run.</param>
/// <param name="RunInput">The input of the run, as JSON.</param>
/// <param name="StateInput">The input of the step's state, as JSON.</param>
/// <param name="Variables">The variables that earlier steps have set.</param>
/// <param name="Test">The test of the flow whose answers earlier steps got; null if no test reaches the step.</param>
internal sealed record StepSituation(JsonElement Payload, string RunInput, string StateInput, JsonObject Variables, string? Test)
{
    /// <summary>
    /// The situation of a state in the first test that reaches it, those first that expect success; without such a test, the
    /// beginning of a run. Null without any payload.
    /// </summary>
    /// <param name="document">The flow's document.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="state">The state of the step.</param>
    /// <param name="payload">The payload; null for that of the test.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static StepSituation? Of(
        FlowDocument document,
        FlowDefinition flow,
        CompiledFlow compiled,
        CompiledState state,
        JsonElement? payload,
        CancellationToken cancellationToken
    )
    {
        foreach (var test in flow.Tests.OrderByDescending(one => one.Expect.Status == AnswerStatus.Succeeded))
        {
            var tried = payload is { } given ? test with { Payload = given } : test;
            var history = FlowTestRunner.Run(flow, compiled, document.Target, tried, cancellationToken).History;
            if (history.FirstOrDefault(one => Enters(one, state.Name)) is { } entry)
            {
                return new StepSituation(
                    tried.Payload,
                    history.Select(one => one.Details).OfType<ExecutionStartedDetails>().First().Input.ToString(),
                    ((StateEnteredDetails)entry.Details!).Input.ToString(),
                    VariablesBefore(history, entry),
                    test.Name
                );
            }
        }

        if ((payload ?? PayloadExample.Of(flow)?.Json) is not { } example)
        {
            return null;
        }

        var contact = flow.Tests is [var first, ..] ? first.Contact : FlowTest.DefaultContact;
        var input = ExecutionInput.Write(contact, flow.Input.Check(example).Converted, flow.ContactFields);
        return new StepSituation(example, input, input, [], null);
    }

    private static bool Enters(HistoryEvent happened, string state) =>
        happened.Details is StateEnteredDetails details && details.Name == state;

    private static JsonObject VariablesBefore(IReadOnlyList<HistoryEvent> history, HistoryEvent entry)
    {
        var variables = new JsonObject();
        foreach (
            var (name, value) in history
                .Where(one => one.Id < entry.Id)
                .Select(one => one.Details)
                .OfType<StateExitedDetails>()
                .SelectMany(details => details.Assigned)
        )
        {
            variables[name] = JsonNode.Parse(value.ToString());
        }

        return variables;
    }
}
