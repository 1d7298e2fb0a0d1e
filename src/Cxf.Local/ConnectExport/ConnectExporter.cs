using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// Writes what an Amazon Connect instance needs to run a flow: a contact flow that answers a call by itself, and a module for
/// contact flows that exist already.
/// </summary>
internal static class ConnectExporter
{
    private const string Goodbye = "Say goodbye";
    private const string ModuleType = "contactFlowModule";

    /// <summary>A contact flow: greeting and menu, the run, goodbye.</summary>
    public static string ContactFlow(ExportRequest request)
    {
        var actions = new ActionList();
        actions.Add(
            "Log the flow",
            "UpdateFlowLoggingBehavior",
            new JsonObject { ["FlowLoggingBehavior"] = "Enabled" },
            ActionList.To("Choose the voice")
        );
        actions.Add(
            "Choose the voice",
            "UpdateContactTextToSpeechVoice",
            new JsonObject
            {
                ["TextToSpeechVoice"] = "Joanna",
                ["TextToSpeechEngine"] = "neural",
                ["TextToSpeechStyle"] = "None",
            },
            ActionList.To("Offer the menu", ("NoMatchingError", "Offer the menu"))
        );
        actions.Menu(
            "Offer the menu",
            $"Hello. If you would like us to contact you about our offer, press {Spoken(request.Key)}.",
            request.Key,
            RunBlocks.First,
            "Say wrong key",
            "Say no key",
            RunBlocks.Apology
        );
        RunBlocks.AddTo(actions, request, Goodbye);
        actions.Say("Say no key", "We did not hear a key. Please call again.", Goodbye);
        actions.Say("Say wrong key", "That is not a valid key.", Goodbye);
        actions.Say(Goodbye, "Thank you for calling. Goodbye.", "Hang up");
        actions.End("Hang up", "DisconnectParticipant");
        return Document($"CXF press {request.Key}", Description(request), "contactFlow", actions);
    }

    /// <summary>
    /// A module: only the run, with the inputs, outputs and branches of its <see cref="ModuleContract"/>. The contact flow that
    /// invoked it continues. A contact may reach it any number of times.
    /// </summary>
    public static string Module(ExportRequest request)
    {
        var actions = new ActionList();
        RunBlocks.AddReusable(actions, request);
        return Document($"CXF {request.Flow.Id}", Description(request), ModuleType, actions);
    }

    private static string Description(ExportRequest request) =>
        request.Flow.Description.Length > 0 ? request.Flow.Description : $"Runs the CXF flow {request.Flow.Id}.";

    private static string Spoken(string key) =>
        key switch
        {
            "*" => "star",
            "#" => "the pound key",
            _ => key,
        };

    private static string Document(string name, string description, string type, ActionList actions)
    {
        var document = new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = actions.Actions[0]!["Identifier"]!.GetValue<string>(),
            ["Metadata"] = FlowMetadata.Of(name, description, type, actions.Actions),
            ["Actions"] = actions.Actions,
        };
        if (type == ModuleType)
        {
            document["Settings"] = ModuleContract.ContentSettings();
        }

        return CompactJson.Write(document) + "\n";
    }
}
