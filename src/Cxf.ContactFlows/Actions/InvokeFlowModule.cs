using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Runs a module and continues with the branch that it returns. APIReference/interactions-invokeflowmodule.html;
/// Input, Result and ResultData are from the live service. A module sees neither the answer of the caller's last function nor the
/// caller's flow attributes, and the caller does not see the module's; the contact's attributes are common to both. Modules are
/// known to a call by the id that the action names, with or without its version; another one is an error.
/// </summary>
internal sealed class InvokeFlowModule() : ActionKind("InvokeFlowModule")
{
    /// <summary>Values below Input keep their types, so they are not checked.</summary>
    protected override bool IsAllText => false;

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        var id = call.Fill(action.Text("FlowModuleId") ?? "");
        if (Find(call.Options.Modules, id) is not { } module)
        {
            var reference = action.Text("FlowModuleId");
            return ActionResult.Fails($"the module {reference}{(id == reference ? "" : $" ({id})")} is not on this machine");
        }

        if (call.ModuleDepth == ContactFlowLimits.ModuleDepth)
        {
            return new ActionResult.End(
                CallEndKind.TooLong,
                $"modules invoke each other more than {ContactFlowLimits.ModuleDepth} deep"
            );
        }

        call.ModuleDepth++;
        var outer = call.Data.EnterModule();
        var moduleInput = ContactFlowJson.Member(action.Parameters, "Input") is { } input
            ? FunctionParameters.Filled(input, call)
            : (System.Text.Json.JsonElement?)null;
        call.Data.HideFromModule();
        call.Data.ModuleInput = moduleInput;
        var end = await ContactFlowSimulator.RunAsync(module, call, cancellationToken);
        call.Data.LeaveModule(outer);
        call.Data.ModuleBranch = end.Result;
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
