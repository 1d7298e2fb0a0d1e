using Cxf.Local.ContactFlows.Walking;

namespace Cxf.Local.ContactFlows.Actions;

/// <summary>
/// Walks a module and goes on where it ends. APIReference/interactions-invokeflowmodule.html. Modules are known to a call by the
/// id that the action names; a call that gets to another one ends here.
/// </summary>
internal sealed class InvokeFlowModule() : ActionKind("InvokeFlowModule")
{
    public override async ValueTask<ActionResult> RunAsync(FlowAction action, Call call, CancellationToken cancellationToken)
    {
        var id = action.Text("FlowModuleId")!;
        if (!call.Options.Modules.TryGetValue(id, out var module))
        {
            return new ActionResult.End(CallEndKind.NotSimulated, $"the module {id} is not on this machine");
        }

        var end = await ContactFlowSimulator.WalkAsync(module, call, cancellationToken);
        call.Enter(action);
        return end.Kind == CallEndKind.ModuleEnded ? ActionResult.Done : new ActionResult.End(end.Kind, end.Detail);
    }

    protected override void Check(ActionCheck check)
    {
        check.Required("FlowModuleId", "Name the module by its id.");
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
    }
}
