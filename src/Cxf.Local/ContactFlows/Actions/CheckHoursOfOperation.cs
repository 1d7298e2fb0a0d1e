using Cxf.Local.ContactFlows.Walking;

namespace Cxf.Local.ContactFlows.Actions;

/// <summary>
/// Branches on opening hours, which the simulated call is told.
/// APIReference/flow-control-actions-checkhoursofoperation.html
/// </summary>
internal sealed class CheckHoursOfOperation() : ActionKind("CheckHoursOfOperation")
{
    public override ValueTask<ActionResult> RunAsync(FlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.Value(FlowValue.Of(call.Options.InHours ? "True" : "False")));

    protected override void Check(ActionCheck check)
    {
        check.Only("HoursOfOperationId");
        check.Results("True", "False");
        check.Errors(ErrorTypes.NoMatchingError);
    }
}
