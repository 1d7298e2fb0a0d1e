using System.Text.Json;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// What the live service demands of actions that the simulator passes through (mgaffigan/pulumi-amazon-connect,
/// docs/wire-format-checks.md). The other rules of these actions are not known.
/// </summary>
internal static class KnownRules
{
    private const string ParticipantState = "PreviousContactParticipantState";

    public static void Check(ActionCheck check)
    {
        switch (check.Action.Type)
        {
            case "UpdatePreviousContactParticipantState":
                check.Word(ParticipantState, "AgentOnHold", "CustomerOnHold", "OffHold");
                break;
            case "UpdateContactEventHooks":
                CheckHooks(check);
                break;
            case "UpdateContactRoutingBehavior":
                check.OneOf("QueuePriority", "QueueTimeAdjustmentSeconds");
                break;
            case "UpdateContactData" when !check.Action.Parameters.EnumerateObject().Any(other => other.Name != "TargetContact"):
                check.Error(
                    ContactFlowCodes.MissingParameter,
                    check.ParametersLocation(),
                    "UpdateContactData needs a value to set.",
                    "Add one, or delete the action."
                );
                break;
            default:
                break;
        }
    }

    private static void CheckHooks(ActionCheck check)
    {
        if (
            ContactFlowJson.Member(check.Action.Parameters, "EventHooks") is { ValueKind: JsonValueKind.Object } hooks
            && hooks.GetPropertyCount() != 1
        )
        {
            check.Error(
                ContactFlowCodes.ParameterValue,
                check.ParametersLocation("EventHooks"),
                $"EventHooks has {hooks.GetPropertyCount()} events; the service takes exactly one.",
                "Use one action for each event."
            );
        }
    }
}
