using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Branches on a number from 1 to 100, which Amazon Connect chooses at random and the call's options set.
/// APIReference/flow-control-actions-distributebypercentage.html
/// </summary>
internal sealed class DistributeByPercentage() : ActionKind("DistributeByPercentage")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.Value(CallValue.Of(call.Options.Drawn.ToString(CultureInfo.InvariantCulture))));

    protected override void Check(ActionCheck check) => check.Errors(ErrorTypes.NoMatchingCondition);
}
