using System.Globalization;
using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Speaks in a loop to somebody who waits in a queue or on hold, until an agent is there or the loop is interrupted. Agents are
/// not simulated, so prompts that nothing interrupts never end.
/// APIReference/participant-actions-messageparticipantiteratively.html
/// </summary>
internal sealed class MessageParticipantIteratively() : ActionKind("MessageParticipantIteratively")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        foreach (
            var message in ContactFlowJson
                .Items(action.Parameters, "Messages")
                .Where(message => message.ValueKind == JsonValueKind.Object)
        )
        {
            var prompt = Prompt.Of(action with { Parameters = message }, call);
            if (prompt.Problem is { } problem)
            {
                return new(ActionResult.Fails(problem));
            }

            if (!prompt.IsSilent)
            {
                call.Tell(new CallEvent.Said(prompt.Text));
            }
        }

        call.EndSilence();
        var text = call.Fill(action.Text("InterruptFrequencySeconds") ?? "");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return new(new ActionResult.End(CallEndKind.Waiting, "the caller waits for an agent"));
        }

        call.Clock.Skip(TimeSpan.FromSeconds(seconds));
        call.Tell(new CallEvent.Waited(TimeSpan.FromSeconds(seconds)));
        return new(new ActionResult.Value(CallValue.Of("MessagesInterrupted")));
    }

    protected override void Check(ActionCheck check)
    {
        foreach (var (i, message) in ContactFlowJson.Items(check.Action.Parameters, "Messages").Index())
        {
            Prompt.Check(check, message, JsonPointer.Append(check.ParametersLocation("Messages"), i));
        }
    }
}
