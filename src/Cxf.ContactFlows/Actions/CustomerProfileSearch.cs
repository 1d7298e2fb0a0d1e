using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Looks up something that Amazon Connect keeps of customers. The simulator has no such data, so nothing is found.
/// </summary>
/// <param name="type">The action's type.</param>
/// <param name="notFound">The error of the action when nothing is found.</param>
internal sealed class CustomerProfileSearch(string type, string notFound) : ActionKind(type)
{
    /// <summary>The parameters are not checked, because they may have other types than text.</summary>
    public override void CheckAll(ActionCheck check) => Check(check);

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(ActionResult.Fails("the simulator has no customer data", notFound));

    protected override void Check(ActionCheck check) => check.NextAction();
}
