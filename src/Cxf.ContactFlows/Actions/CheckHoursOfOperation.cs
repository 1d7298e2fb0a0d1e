using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Branches on opening hours, which the call's options set.
/// APIReference/flow-control-actions-checkhoursofoperation.html
/// </summary>
internal sealed class CheckHoursOfOperation() : ActionKind("CheckHoursOfOperation")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.Value(CallValue.Of(call.Options.InHours ? "True" : "False")));

    protected override void Check(ActionCheck check)
    {
        check.Results("True", "False");
        check.Errors(ErrorTypes.NoMatchingError);
    }
}
