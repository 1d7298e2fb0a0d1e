using System.Text.Json;
using Cxf.ContactFlows.Actions;

namespace Cxf.ContactFlows.Reading;

/// <summary>
/// What depends on the type of a flow, from the live service (mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md) and
/// from the administrator guide (adminguide/wait.html, adminguide/contact-flow-modules.html). The console writes the type to the
/// metadata; a flow that ends as a module is one.
/// </summary>
internal static class ContactFlowTypes
{
    private const string Settings = "Settings";

    /// <summary>The members of a module's Settings; the console writes the same to every module.</summary>
    private static readonly string[] SettingsMembers = ["InputParameters", "OutputParameters", "Transitions"];

    public static void Check(JsonElement root, IReadOnlyList<ContactFlowAction> actions, ContactFlowProblems problems)
    {
        var type = ContactFlowJson.Member(root, "Metadata") is { } metadata ? ContactFlowJson.Text(metadata, "type") ?? "" : "";
        CheckActions(type, actions, problems);
        if (Is(type, "module") || (type.Length == 0 && actions.Any(action => action.Type == "EndFlowModuleExecution")))
        {
            CheckModule(root, problems);
        }
        else if (ContactFlowJson.Member(root, Settings) is not null)
        {
            problems.Error(
                ContactFlowCodes.Envelope,
                null,
                "/" + Settings,
                "Only a module has Settings; CreateContactFlow refuses them.",
                "Delete the member."
            );
        }
    }

    private static void CheckActions(string type, IReadOnlyList<ContactFlowAction> actions, ContactFlowProblems problems)
    {
        foreach (var action in actions)
        {
            switch (action.Type)
            {
                case "DisconnectParticipant" when Is(type, "whisper") || Is(type, "hold"):
                    Refuse(action, $"A flow of type {type} cannot hang up.", "End it with EndFlowExecution.");
                    break;
                case "CompleteOutboundCall" when type.Equals("contactFlow", StringComparison.OrdinalIgnoreCase):
                    Refuse(
                        action,
                        "An inbound flow cannot complete an outbound call.",
                        "Move the action to an outbound whisper flow."
                    );
                    break;
                case "Wait" when IsSpecial(type):
                    Refuse(action, $"A flow of type {type} cannot wait.", "Only inbound and customer queue flows have Wait.");
                    break;
                case "Wait" when Wait.IsPlain(action):
                    problems.Warning(
                        ContactFlowCodes.Channel,
                        action.Identifier,
                        action.Pointer + "/Type",
                        "On a voice contact, this Wait takes the error branch: only other channels support it.",
                        "For calls, wait with a prompt of <break>, or set ContinueExecution or Events."
                    );
                    break;
                case "InvokeFlowModule" when IsSpecial(type) || Is(type, "queue"):
                    Refuse(action, $"A flow of type {type} cannot invoke a module.", "Only inbound flows can; copy its actions.");
                    break;
                default:
                    break;
            }
        }

        void Refuse(ContactFlowAction action, string message, string fix) =>
            problems.Error(ContactFlowCodes.ParameterValue, action.Identifier, action.Pointer + "/Type", message, fix);
    }

    private static bool IsSpecial(string type) => Is(type, "whisper") || Is(type, "hold") || Is(type, "transfer");

    private static void CheckModule(JsonElement root, ContactFlowProblems problems)
    {
        if (ContactFlowJson.Member(root, Settings) is not { ValueKind: JsonValueKind.Object } settings)
        {
            problems.Error(
                ContactFlowCodes.Envelope,
                null,
                "/" + Settings,
                $"The content of a module needs {Settings}; CreateContactFlowModule refuses it otherwise.",
                $$"""Write "{{Settings}}": {"{{string.Join("\": [], \"", SettingsMembers)}}": []}, or export the module again."""
            );
            return;
        }

        foreach (var name in SettingsMembers)
        {
            if (ContactFlowJson.Member(settings, name) is not { ValueKind: JsonValueKind.Array })
            {
                problems.Error(
                    ContactFlowCodes.Envelope,
                    null,
                    $"/{Settings}/{name}",
                    $"The content of a module needs the list {name} in {Settings}; CreateContactFlowModule refuses it otherwise.",
                    "Write [] for none, or export the module again."
                );
            }
        }
    }

    private static bool Is(string type, string part) => type.Contains(part, StringComparison.OrdinalIgnoreCase);
}
