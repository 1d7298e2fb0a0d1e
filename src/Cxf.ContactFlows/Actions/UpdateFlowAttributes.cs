using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Sets attributes that live as long as the flow and are not sent to functions by themselves.
/// APIReference/flow-control-actions-updateflowattributes.html, with the shape and the error branch that the service demands.
/// </summary>
internal sealed class UpdateFlowAttributes() : ActionKind("UpdateFlowAttributes")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var fits = true;
        foreach (var attribute in action.Members("FlowAttributes"))
        {
            fits &= call.SetAttribute(
                "FlowAttributes",
                attribute.Name,
                ContactFlowJson.Text(attribute.Value, "Value") ?? ContactFlowJson.Scalar(attribute.Value) ?? ""
            );
        }

        return new(
            fits
                ? ActionResult.Done
                : ActionResult.Fails($"the attributes would have more than {ContactFlowLimits.AttributeBytes} bytes")
        );
    }

    protected override void Check(ActionCheck check)
    {
        foreach (var attribute in check.Action.Members("FlowAttributes"))
        {
            if (ContactFlowJson.Text(attribute.Value, "Value") is null)
            {
                check.Error(
                    ContactFlowCodes.ParameterValue,
                    JsonPointer.Append(check.ParametersLocation("FlowAttributes"), attribute.Name),
                    "A flow attribute needs a Value.",
                    """Write {"name": {"Type": "String", "Value": "value"}}."""
                );
            }
        }

        check.NextAction();
        check.NoConditions();
        check.Errors(ErrorTypes.NoMatchingError);
    }
}
