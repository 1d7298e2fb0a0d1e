using System.Text.Json.Nodes;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// Writes what an Amazon Connect instance needs to run a flow: a contact flow that answers a call by itself, and a module for
/// contact flows that exist already.
/// </summary>
internal static class ConnectExporter
{
    /// <summary>The block that greets.</summary>
    public const string Greeting = "Greet the caller";

    /// <summary>The block with the menu.</summary>
    public const string Menu = "Offer the menu";

    /// <summary>The block before the end.</summary>
    public const string Goodbye = "Say goodbye";

    private const string ModuleType = "contactFlowModule";

    /// <summary>
    /// A contact flow: greeting, a menu if the flow is told the pressed key, a question for every other required field, the run,
    /// goodbye.
    /// </summary>
    public static string ContactFlow(ExportRequest request)
    {
        var hasMenu = request.Flow.Input.Schema.Properties.TryGetValue(RequiredField.KeyPressed, out var key);
        var questions = request.Payload is null
            ? RequiredField.Of(request.Flow.Input.Schema).Where(field => field.Input is not null).ToList()
            : [];
        var questionsOrRun = Questions.First(questions, RunBlocks.First);
        var afterGreeting = hasMenu ? Menu : questionsOrRun;
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
            ActionList.To(Greeting, ("NoMatchingError", Greeting))
        );
        actions.Say(Greeting, Hello(request.Flow.Description), afterGreeting);
        if (hasMenu)
        {
            AddMenu(actions, request.Key, key!, questionsOrRun);
        }

        Questions.AddTo(actions, questions, RunBlocks.First);
        RunBlocks.AddTo(actions, request, Goodbye, Questions.AfterRefusal(questions));
        if (questions.Count > 0)
        {
            actions.Say(Questions.NoAnswer, "We did not get an answer. Please call again.", Goodbye);
        }

        actions.Say(Goodbye, "Thank you for calling. Goodbye.", "Hang up");
        actions.End("Hang up", "DisconnectParticipant");
        return Document(
            hasMenu ? $"CXF press {request.Key}" : $"CXF call {request.Flow.Id}",
            Description(request),
            "contactFlow",
            actions
        );
    }

    /// <summary>
    /// A module: only the run, with the inputs, outputs and branches of its <see cref="ExportedContract"/>. The contact flow that
    /// invoked it continues. A contact may reach it any number of times.
    /// </summary>
    public static string Module(ExportRequest request)
    {
        var actions = new ActionList();
        RunBlocks.AddReusable(actions, request);
        return Document($"CXF {request.Flow.Id}", Description(request), ModuleType, actions);
    }

    /// <summary>A module that an AI agent uses as a tool, without a block that speaks or waits.</summary>
    public static string Tool(ExportRequest request)
    {
        var actions = new ActionList();
        ToolBlocks.AddTo(actions, request);
        return Document($"CXF {request.Flow.Id} tool", Description(request), ModuleType, actions);
    }

    private static void AddMenu(ActionList actions, string key, ContractSchema field, string next)
    {
        var purpose = field.Title.Length > 0 ? field.Title.TrimEnd('.', ' ') : "To continue";
        actions.Menu(Menu, $"{purpose}, press {Spoken(key)}.", [(key, next)], "Say wrong key", "Say no key", RunBlocks.Apology);
        actions.Say("Say no key", "We did not hear a key. Please call again.", Goodbye);
        actions.Say("Say wrong key", "That is not a valid key.", Goodbye);
    }

    // The first sentence of the description is for callers; what follows is for the people who maintain the flow.
    private static string Hello(string description)
    {
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? description : description[..end];
        return sentence.Trim().Length == 0 ? "Hello." : $"Hello. {RequiredField.Sentence(sentence)}";
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
            document["Settings"] = ExportedContract.ContentSettings();
        }

        return CompactJson.Write(document) + "\n";
    }
}
