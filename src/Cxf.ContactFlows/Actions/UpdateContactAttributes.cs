using System.Text;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Sets attributes of the contact, which travel in every Lambda event.
/// APIReference/contact-actions-updatecontactattributes.html
/// </summary>
internal sealed class UpdateContactAttributes() : ActionKind("UpdateContactAttributes")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var fits = true;
        foreach (var attribute in action.Members("Attributes"))
        {
            fits &= call.SetAttribute("Attributes", attribute.Name, ContactFlowJson.Scalar(attribute.Value) ?? "");
        }

        return new(
            fits
                ? ActionResult.Done
                : ActionResult.Fails($"the attributes would have more than {ContactFlowLimits.AttributeBytes} bytes")
        );
    }

    protected override void Check(ActionCheck check)
    {
        check.Word("TargetContact", "Current", "Related", "Previous", "Initial");
        AttributesAreText(check);
        AttributesFit(check);
        check.NextAction();
        check.NoConditions();
        check.Errors(ErrorTypes.NoMatchingError);
    }

    private static void AttributesFit(ActionCheck check)
    {
        var bytes = check
            .Action.Members("Attributes")
            .Sum(attribute =>
                Encoding.UTF8.GetByteCount(attribute.Name)
                + Encoding.UTF8.GetByteCount(ContactFlowJson.Scalar(attribute.Value) ?? "")
            );
        if (bytes > ContactFlowLimits.AttributeBytes)
        {
            check.Error(
                ContactFlowCodes.TooLarge,
                check.ParametersLocation("Attributes"),
                $"The attributes have {bytes} bytes; a contact's attributes have {ContactFlowLimits.AttributeBytes} together.",
                "Keep the data where the function finds it, and set only its key."
            );
        }
    }

    private static void AttributesAreText(ActionCheck check)
    {
        foreach (var attribute in check.Action.Members("Attributes"))
        {
            if (attribute.Value.ValueKind is System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array)
            {
                check.Error(
                    ContactFlowCodes.ParameterValue,
                    JsonPointer.Append(check.ParametersLocation("Attributes"), attribute.Name),
                    "An attribute is a text.",
                    "Write a string."
                );
            }
        }
    }
}
