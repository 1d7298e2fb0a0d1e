using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Runs a module and continues with the branch that it returns. APIReference/interactions-invokeflowmodule.html;
/// Input, Result and ResultData are from the live service. A module and its caller do not see each other's answers of functions
/// and bots, stored digits, numbers of the queue and flow attributes; the contact's attributes are common to both. Modules are
/// known to a call by the id that the action names, with or without its version; another one is an error.
/// </summary>
internal sealed class InvokeFlowModule() : ActionKind(Name)
{
    public const string Name = "InvokeFlowModule";

    /// <summary>Values below Input keep their types, so they are not checked.</summary>
    protected override bool IsAllText => false;

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        var id = call.Fill(action.Text("FlowModuleId") ?? "");
        if (id.Length == 0)
        {
            return ActionResult.Fails(Call.NoValue(action, "FlowModuleId"));
        }

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
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
    }

    /// <summary>
    /// The module of an id: "…:flow-module/id:$LATEST", "id:3" or "id". A colon before the last slash is the ARN's own.
    /// </summary>
    public static ContactFlow? Find(IReadOnlyDictionary<string, ContactFlow> modules, string id)
    {
        var version = id.IndexOf(':', id.LastIndexOf('/') + 1);
        return modules.GetValueOrDefault(id) ?? (version < 0 ? null : modules.GetValueOrDefault(id[..version]));
    }
}
