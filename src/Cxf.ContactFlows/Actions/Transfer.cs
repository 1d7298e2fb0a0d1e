using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The contact leaves this flow for a queue, an agent, another flow or a phone number; the simulated call ends with it.
/// </summary>
internal sealed class Transfer(string type, string? targetParameter, string where) : ActionKind(type)
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var target = targetParameter is null ? null : call.Fill(action.Text(targetParameter) ?? "");
        return new(new ActionResult.End(CallEndKind.Transferred, $"transferred {where} {target}".TrimEnd()));
    }

    protected override void Check(ActionCheck check)
    {
        if (targetParameter is not null && !check.Has("AgentId"))
        {
            check.Required(targetParameter, "Say where the contact goes.");
        }

        if (Type == "TransferParticipantToThirdParty")
        {
            check.Required("ThirdPartyConnectionTimeLimitSeconds", "Say how long the number may ring, such as \"30\".");
            check.Required("ContinueFlowExecution", "Write \"True\" if the flow continues after the transfer, else \"False\".");
            check.Word("ContinueFlowExecution", StringComparer.OrdinalIgnoreCase, "True", "False");
        }

        if (Type is "TransferContactToQueue" or "TransferToFlow")
        {
            check.Errors(ErrorTypes.NoMatchingError);
        }
    }
}
