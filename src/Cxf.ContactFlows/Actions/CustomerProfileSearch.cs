using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Looks up something that Amazon Connect keeps of customers. This machine keeps nothing of them, so nothing is found.</summary>
/// <param name="type">The action's type.</param>
/// <param name="notFound">The error by which the action says so.</param>
internal sealed class CustomerProfileSearch(string type, string notFound) : ActionKind(type)
{
    /// <summary>Nothing is known here about the action's parameters, which may hold other types than strings.</summary>
    public override void CheckAll(ActionCheck check) => Check(check);

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(ActionResult.Fails("nothing is kept of customers here", notFound));

    protected override void Check(ActionCheck check) => check.NextAction();
}
