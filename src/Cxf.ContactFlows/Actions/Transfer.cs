using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The contact leaves this flow for a queue, an agent, another flow or a phone number; the simulated call ends with it.
/// </summary>
internal sealed class Transfer(string type, string? targetParameter, string where) : ActionKind(type)
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var parameter =
            targetParameter is not null && action.Text(targetParameter) is null && action.Text("AgentId") is not null
                ? "AgentId"
                : targetParameter;
        var target = parameter is null ? null : call.Fill(action.Text(parameter) ?? "");
        if (parameter is not null && action.IsReference(parameter) && target is "")
        {
            return new(ActionResult.Fails(Call.NoValue(action, parameter)));
        }

        return new(new ActionResult.End(CallEndKind.Transferred, $"transferred {where} {target}".TrimEnd()));
    }

    protected override void Check(ActionCheck check)
    {
        if (Type == "DequeueContactAndTransferToQueue")
        {
            check.OneOf("QueueId", "AgentId");
        }

        if (Type == "TransferParticipantToThirdParty")
        {
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
