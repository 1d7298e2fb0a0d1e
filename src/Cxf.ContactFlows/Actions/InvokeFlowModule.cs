using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Runs a module and continues with the branch that it returns. APIReference/interactions-invokeflowmodule.html;
/// Input, Result and ResultData are from the live service. Modules are known to a call by the id that the action names, with or
/// without its version; a call that gets to another one ends here.
/// </summary>
internal sealed class InvokeFlowModule() : ActionKind("InvokeFlowModule")
{
    /// <summary>Values below Input keep their types, so they are not checked.</summary>
    public override void CheckAll(ActionCheck check) => Check(check);

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        var id = call.Fill(action.Text("FlowModuleId") ?? "");
        if (Find(call.Options.Modules, id) is not { } module)
        {
            return new ActionResult.End(CallEndKind.NotSimulated, $"the module {id} is not on this machine");
        }

        if (call.ModuleDepth == ContactFlowLimits.ModuleDepth)
        {
            return new ActionResult.End(
                CallEndKind.TooLong,
                $"modules invoke each other more than {ContactFlowLimits.ModuleDepth} deep"
            );
        }

        call.ModuleDepth++;
        var outer = call.Data.ModuleInput;
        call.Data.ModuleInput = ContactFlowJson.Member(action.Parameters, "Input") is { } input
            ? FunctionParameters.Filled(input, call)
            : null;
        var end = await ContactFlowSimulator.RunAsync(module, call, cancellationToken);
        call.Data.ModuleInput = outer;
        call.ModuleDepth--;
        call.Enter(action);
        return end.Kind != CallEndKind.ModuleEnded ? new ActionResult.End(end.Kind, end.Detail)
            : action.Transitions.Conditions.Count == 0 ? ActionResult.Done
            : new ActionResult.Value(end.Result is { } result ? CallValue.Of(result) : null);
    }

    protected override void Check(ActionCheck check)
    {
        check.Required("FlowModuleId", "Name the module by its id.");
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
    }

    // As "…:flow-module/id:$LATEST", "id:3" or "id"; a colon before the last slash is the ARN's own.
    private static ContactFlow? Find(IReadOnlyDictionary<string, ContactFlow> modules, string id)
    {
        var version = id.IndexOf(':', id.LastIndexOf('/') + 1);
        return modules.GetValueOrDefault(id) ?? (version < 0 ? null : modules.GetValueOrDefault(id[..version]));
    }
}
