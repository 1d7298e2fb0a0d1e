using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The module ends here, and the contact flow that invoked it continues. Result (the branch it takes) and ResultData are from the
/// live service; the reference names neither.
/// </summary>
internal sealed class EndFlowModuleExecution() : ActionKind(Name)
{
    public const string Name = "EndFlowModuleExecution";

    /// <summary>Values below ResultData keep their types, so they are not checked.</summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Data.ModuleResult = ContactFlowJson.Member(action.Parameters, "ResultData") is { } data
            ? FunctionParameters.Filled(data, call)
            : null;
        return new(new ActionResult.End(CallEndKind.ModuleEnded, "the module ends") { Result = action.Text("Result") });
    }

    protected override void Check(ActionCheck check) => EndOfFlow.CheckTransitions(check);
}
