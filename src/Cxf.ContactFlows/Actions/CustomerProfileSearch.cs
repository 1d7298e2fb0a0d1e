using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Looks up something that Amazon Connect keeps of customers. The simulator has no such data: something is found if the call's
/// options give values of it.
/// </summary>
/// <param name="type">The action's type.</param>
/// <param name="notFound">The error of the action when nothing is found.</param>
/// <param name="fills">The namespace that the action fills: <c>Customer</c> or <c>Case</c>.</param>
internal sealed class CustomerProfileSearch(string type, string notFound, string fills) : ActionKind(type)
{
    /// <summary>The parameters are not checked, because they may have other types than text.</summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(
            call.Data.IsGiven(fills)
                ? ActionResult.Done
                : ActionResult.Fails($"the simulator has no customer data; give values such as $.{fills}.…", notFound)
        );

    protected override void Check(ActionCheck check) => check.NextAction();
}
