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
            CheckOutcomes(check);
        }

        if (Type is "TransferContactToQueue" or "TransferToFlow")
        {
            check.Errors(ErrorTypes.NoMatchingError);
        }
    }

    /// <summary>A call that is handed over for good has no outcome to branch on (live service).</summary>
    private static void CheckOutcomes(ActionCheck check)
    {
        if (!"False".Equals(check.Action.Text("ContinueFlowExecution"), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var error in check.Action.Transitions.Errors.Where(error => error.ErrorType != ErrorTypes.NoMatchingError))
        {
            check.Error(
                ContactFlowCodes.UnexpectedError,
                error.Pointer,
                $"With ContinueFlowExecution False there is no branch for {error.ErrorType}.",
                "Delete that branch, or write True."
            );
        }
    }
}
