using System.Text.Json.Nodes;
using Cxf.Documents.Schemas;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// The JSON Schema (2020-12) of a contact flow's test case, for editors. It is strict where the reader is, and leaves open the
/// rest of Amazon Connect's testing language.
/// </summary>
public static class TestCaseSchema
{
    private static readonly string[] Instructions = ["DtmfInput", "Disconnect"];

    /// <summary>Writes the schema.</summary>
    public static string Write() =>
        SchemaDocument.Write(
            "test-case",
            "Test case of a contact flow",
            new JsonObject
            {
                ["description"] =
                    "A test case in Amazon Connect's testing language: its content, a request of CreateTestCase, or an answer of "
                    + "DescribeTestCase.",
                ["type"] = "object",
                ["if"] = Has("TestCase"),
                ["then"] = Open("An answer of DescribeTestCase.", ["TestCase"], ("TestCase", Ref("request"))),
                ["else"] = new JsonObject
                {
                    ["if"] = Has("Content"),
                    ["then"] = Ref("request"),
                    ["else"] = Ref("content"),
                },
            },
            new JsonObject
            {
                ["request"] = Open(
                    "A request of CreateTestCase.",
                    ["Content"],
                    ("Name", Text("The name of the test case.")),
                    ("Content", Either("The content, as JSON or as text.", Ref("content"), Text("JSON."))),
                    ("InitializationData", Anything("The contact's attributes at the beginning, as JSON or as text.")),
                    ("EntryPoint", EntryPoint())
                ),
                ["content"] = Open(
                    "What the test observes and does.",
                    ["Version", "Observations"],
                    ("Version", Words("The version of the language.", [TestCaseReader.Version])),
                    ("Metadata", Anything("For readers and tools.")),
                    ("Observations", List("The first one is TestInitiated.", Ref("observation"), atLeast: 1))
                ),
                ["observation"] = Observation(),
                ["event"] = Event(),
                ["action"] = Action(),
            }
        );

    private static JsonObject EntryPoint() =>
        Open(
            "How the contact comes. Default: a voice call.",
            [],
            ("Type", Text("VOICE_CALL or CHAT.")),
            (
                "VoiceCallEntryPointParameters",
                Open(
                    "The numbers of a voice call.",
                    [],
                    ("SourcePhoneNumber", Text("The caller's number.")),
                    ("DestinationPhoneNumber", Text("The dialled number."))
                )
            )
        );

    private static JsonObject Observation() =>
        Open(
            "One event that must happen, and what the test does then.",
            ["Identifier", "Event"],
            ("Identifier", Text("The name that transitions use.")),
            ("Event", Ref("event")),
            ("Actions", List("What the test does then, in order.", Ref("action"))),
            (
                "Usage",
                Open(
                    "How many times the event must happen.",
                    [],
                    ("Times", Integer("The number of times. Default: 1.", 1, int.MaxValue))
                )
            ),
            (
                "Transitions",
                Open(
                    "What follows.",
                    [],
                    (
                        "NextObservations",
                        List("The observations that must all be made next, in any order.", Text("An identifier."))
                    )
                )
            )
        );

    private static JsonObject Event()
    {
        var schema = Open(
            "What must happen.",
            ["Type"],
            ("Identifier", Text("The name of the event.")),
            ("Type", Words("The type of the event.", TestCaseReader.Events)),
            ("Actor", Text("Who causes it: System or Customer.")),
            ("Properties", Open("What the event must be like.", []))
        );
        schema["if"] = IsType(TestCaseReader.MessageReceived);
        schema["then"] = Open(
            "A message.",
            ["Properties"],
            (
                "Properties",
                Open(
                    "The message that the caller hears.",
                    ["MatchingCriteria"],
                    ("Text", Text("The message, or a part of it.")),
                    (
                        "MatchingCriteria",
                        Open(
                            "How the message is compared.",
                            ["Type"],
                            ("Type", Words("Similarity: most words; Inclusion: a part.", TestCaseReader.Criteria))
                        )
                    )
                )
            )
        );
        return schema;
    }

    private static JsonObject Action()
    {
        var schema = Open(
            "One action of the test.",
            ["Type"],
            ("Identifier", Text("The name of the action.")),
            ("Type", Words("What the test does.", [.. TestCaseReader.Actions])),
            (
                "Parameters",
                Open(
                    "The parameters of the action.",
                    [],
                    (
                        "Instruction",
                        Open(
                            "What the caller does.",
                            [],
                            ("Type", Either("The instruction.", Words("The usual ones.", Instructions), Text("Another one.")))
                        )
                    )
                )
            )
        );
        schema["if"] = IsType(TestActionCheck.Assert);
        schema["then"] = Open(
            "An assertion.",
            ["Parameters"],
            (
                "Parameters",
                Open(
                    "The value and what it is compared with.",
                    ["Namespace", "Operator"],
                    ("Namespace", Text("The reference of the value, such as $.External.status.")),
                    ("Operator", Words("The comparison.", [.. TestCaseOperators.Names])),
                    ("Operand", Anything("The expected value. Exists has none."))
                )
            )
        );
        return schema;
    }

    private static JsonObject IsType(string type) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["Type"] = new JsonObject { ["const"] = type } },
            ["required"] = new JsonArray("Type"),
        };

    // Members that are not listed are Amazon Connect's concern.
    private static JsonObject Open(string description, string[] required, params (string Name, JsonObject Schema)[] members)
    {
        var schema = Members(description, required, members);
        schema.Remove("additionalProperties");
        return schema;
    }

    private static JsonObject Has(string member) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [member] = true },
            ["required"] = new JsonArray(member),
        };
}
