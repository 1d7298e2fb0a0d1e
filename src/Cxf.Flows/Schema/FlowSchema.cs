using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Documents.Schemas;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.Flows.Schema;

/// <summary>
/// The JSON Schema (2020-12) of a flow document, for editors. It is made from what the reader goes by: the kinds, members,
/// words and bounds are the same. What steps say about each other only <c>cxf check</c> knows.
/// </summary>
public static class FlowSchema
{
    /// <summary>Writes the schema.</summary>
    public static string Write() => SchemaDocument.Write("flow", "CXF flow", Document(), Definitions());

    private static JsonObject Document() =>
        Members(
            "A flow of the CXF flow language.",
            ["flowId", "start", "steps"],
            SchemaDocument.Member,
            ("flowId", Ref("id", "The flow's id, unique within the tenant.")),
            ("description", Text("What the flow is for.", StepMembers.DescriptionLength)),
            (
                "caller",
                Words(
                    "Whether the caller waits for the answer. Default: auto, which leaves it to the flow's longest path.",
                    FlowReader.CallerModeNames
                )
            ),
            (
                "callerLimitSeconds",
                Integer(
                    "How long the contact flow waits for the answer. Default: 8.",
                    1,
                    (int)FlowDefinition.MaxCallerLimit.TotalSeconds
                )
            ),
            (
                "contactFields",
                List(
                    "Personal data of the contact that the flow uses.",
                    Words("A field of $contact.", FlowReader.ContactFieldNames)
                )
            ),
            ("input", Ref("contract", "The contract of the payload.")),
            ("start", Ref("label", "The first step.")),
            ("steps", Map("The steps by label.", Ref("step"), Ref("label"))),
            ("tests", List("The flow's own tests; a flow whose tests fail is not published.", Ref("test")))
        );

    private static JsonObject Definitions()
    {
        var definitions = new JsonObject
        {
            ["id"] = Pattern(IdentifierRule.Description, IdentifierRule.Pattern),
            ["label"] = Label(),
            ["expression"] = Pattern("JSONata as in Step Functions: {% … %}.", @"^\{%[\s\S]*%\}$"),
            ["value"] = Anything("A JSON value; strings that start with {% and end with %} are JSONata, at any depth."),
            ["fields"] = Either(
                "An object of values, or an expression that gives one.",
                new JsonObject { ["type"] = "object" },
                Ref("expression")
            ),
            ["position"] = Members("Where the designer draws the step.", [], ("x", Number()), ("y", Number())),
            ["step"] = Step(StepReader.KindNames, isBody: false),
            ["bodyStep"] = Step(StepReader.KindNames.Where(kind => kind != "respond"), isBody: true),
            ["bodySteps"] = Map("The steps by label; one without \"next\" ends the body.", Ref("bodyStep"), Ref("label")),
            ["body"] = Members(
                "Steps of their own.",
                ["start", "steps"],
                ("start", Ref("label", "The first step.")),
                ("steps", Ref("bodySteps"))
            ),
            ["contract"] = PayloadContractSchema.Write(),
        };
        foreach (var (kind, schema) in StepSchemas.All.Concat(FlowTestSchemas.All))
        {
            definitions[kind] = schema;
        }

        return definitions;
    }

    // By if and then rather than oneOf, so that an editor says what is wrong with this kind of step and not that it is none of
    // nine.
    private static JsonObject Step(IEnumerable<string> kinds, bool isBody)
    {
        var words = kinds.ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = Words("Which kind of step it is.", words) },
            ["required"] = new JsonArray("kind"),
            ["allOf"] = new JsonArray([
                .. words.Select(kind => new JsonObject
                {
                    ["if"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = kind } },
                        ["required"] = new JsonArray("kind"),
                    },
                    ["then"] =
                        isBody || kind is "decision" or "respond" or "fail" ? Ref(kind)
                        : kind == "restApi" ? RestApi()
                        : new JsonObject
                        {
                            ["$ref"] = $"#/$defs/{kind}",
                            ["type"] = "object",
                            ["properties"] = new JsonObject { ["next"] = true },
                            ["required"] = new JsonArray("next"),
                        },
                }),
            ]),
        };
    }

    // Only a step that undoes another has no next step; which one does, no schema can say.
    private static JsonObject RestApi() =>
        new()
        {
            ["$ref"] = "#/$defs/restApi",
            ["type"] = "object",
            ["if"] = new JsonObject
            {
                ["anyOf"] = new JsonArray([
                    .. RestApiStepReader.NotInUndo.Select(name => new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { [name] = true },
                        ["required"] = new JsonArray(name),
                    }),
                ]),
            },
            ["then"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["next"] = true },
                ["required"] = new JsonArray("next"),
            },
        };

    private static JsonObject Label()
    {
        var label = Pattern(
            $"The label of a step or the name of a variable: {StepLabel.Description}.",
            "^[A-Za-z][A-Za-z0-9_]{0,79}$"
        );
        label["not"] = new JsonObject { ["enum"] = Array(StepLabel.AllReserved) };
        return label;
    }

    private static JsonObject Number() => new() { ["type"] = "number" };
}
