using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The content of a test case, written in order: each observation follows the one before. Its form is that of public test cases
/// which ran on the live service.
/// </summary>
internal sealed class TestCaseContent
{
    private const string Version = "2019-10-30";

    private readonly JsonArray _observations = [];
    private int _actions;

    /// <summary>Begins the test with the actions, usually mocks.</summary>
    public void Begin(IEnumerable<JsonObject> actions) => Add("start", Event("TestInitiated", []), actions);

    /// <summary>The caller hears a message, and presses keys if there are any.</summary>
    public void Hear(string name, string text, string? keys = null) =>
        Add(
            name,
            Event(
                "MessageReceived",
                new JsonObject
                {
                    ["Text"] = text,
                    ["MatchingCriteria"] = new JsonObject { ["Type"] = "Inclusion" },
                }
            ),
            keys is null ? [] : [Press(keys)]
        );

    /// <summary>Ends the test with the call.</summary>
    public JsonObject End()
    {
        Add("end", Event("TestCompleted", []), []);
        return new JsonObject
        {
            ["Version"] = Version,
            ["Metadata"] = new JsonObject(),
            ["Observations"] = _observations,
        };
    }

    /// <summary>Lets a function answer once, instead of being called.</summary>
    public static JsonObject Mock(string functionArn, JsonObject answer) =>
        Behavior(
            "OverrideSystemBehavior",
            "Behavior",
            new JsonObject
            {
                ["Type"] = "FlowAction",
                ["Properties"] = new JsonObject
                {
                    ["ActionType"] = "InvokeLambdaFunction",
                    ["ActionParameters"] = new JsonObject { ["LambdaFunctionARN"] = functionArn },
                    ["Strategy"] = new JsonObject
                    {
                        ["Type"] = "MockResponse",
                        ["Response"] = new JsonObject
                        {
                            ["Type"] = "ExecutionResult",
                            ["ExecutionResult"] = new JsonObject { ["LoadedData"] = answer.ToJsonString() },
                        },
                    },
                },
            }
        );

    private static JsonObject Press(string keys)
    {
        var action = Behavior(
            "SendInstruction",
            "Instruction",
            new JsonObject
            {
                ["Type"] = "DtmfInput",
                ["Properties"] = new JsonObject { ["Value"] = keys },
            }
        );
        action["Parameters"]!["Actor"] = "Customer";
        return action;
    }

    private static JsonObject Behavior(string type, string member, JsonObject value) =>
        new()
        {
            ["Identifier"] = "",
            ["Type"] = type,
            ["Parameters"] = new JsonObject { ["ActionType"] = type, [member] = value },
            ["Transitions"] = new JsonObject(),
        };

    private void Add(string name, JsonObject @event, IEnumerable<JsonObject> actions)
    {
        var identifier = $"{_observations.Count + 1}-{name}";
        if (_observations.Count > 0)
        {
            _observations[^1]!["Transitions"] = Follows(identifier);
        }

        @event["Identifier"] = "event-" + identifier;
        _observations.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Identifier"] = identifier,
                    ["Event"] = @event,
                    ["Actions"] = new JsonArray([.. actions.Select(Numbered)]),
                    ["Transitions"] = Follows(),
                }
        );
    }

    private JsonObject Numbered(JsonObject action)
    {
        action["Identifier"] = $"action-{++_actions}";
        return action;
    }

    private static JsonObject Follows(params string[] next) =>
        new() { ["NextObservations"] = new JsonArray([.. next.Select(name => JsonValue.Create(name))]) };

    private static JsonObject Event(string type, JsonObject properties) =>
        new()
        {
            ["Identifier"] = "",
            ["Type"] = type,
            ["Actor"] = "System",
            ["Properties"] = properties,
        };
}
