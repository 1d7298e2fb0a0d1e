using System.Text.Json.Nodes;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The contract of a module: its inputs, its outputs and the branches by which it returns. It is a setting of the module
/// (Settings of CreateContactFlowModule and AWS::Connect::ContactFlowModule) and not of its content, whose member of the same
/// name is the same in every module. Source for all of it: the live service, published in mgaffigan/pulumi-amazon-connect,
/// docs/wire-format-checks.md.
/// </summary>
internal static class ExportedContract
{
    /// <summary>The branches; the service takes up to eight.</summary>
    public static IReadOnlyList<string> Branches { get; } =
    [AnswerStatus.Succeeded, AnswerStatus.Running, AnswerStatus.Failed, AnswerStatus.Rejected];

    /// <summary>The members of $.Modules.ResultData that every flow can return.</summary>
    private static readonly string[] OwnOutputs = ["runId", "errorCode", "message"];

    /// <summary>The member Settings of the content.</summary>
    public static JsonObject ContentSettings() =>
        new()
        {
            ["InputParameters"] = new JsonArray(),
            ["OutputParameters"] = new JsonArray(),
            ["Transitions"] = new JsonArray(Transition("Success"), Transition("Error")),
        };

    /// <summary>
    /// The setting, as JSON. Inputs are strings, because the service refuses a reference as the value of another type; the flow's
    /// contract converts them.
    /// </summary>
    public static string Settings(ExportRequest request) => Settings(request, OwnOutputs, _ => null);

    /// <summary>The setting of a tool: an AI agent also reads the status, and what each input is.</summary>
    public static string ToolSettings(ExportRequest request) =>
        Settings(
            request,
            OwnOutputs.Prepend("status"),
            name => ToolInput.Describe(request.Flow.Input.Schema.Properties.GetValueOrDefault(name) ?? ContractSchema.Anything)
        );

    private static string Settings(ExportRequest request, IEnumerable<string> own, Func<string, string?> describe) =>
        CompactJson.Write(
            new JsonObject
            {
                ["input"] = new JsonObject { ["schema"] = Strings(Inputs(request), describe, required: true) },
                ["resultData"] = new JsonObject { ["schema"] = Strings([.. own, .. Outputs(request.Flow)], _ => null) },
                ["transitions"] = new JsonObject
                {
                    ["results"] = new JsonArray([
                        .. Branches.Select(branch => new JsonObject { ["name"] = branch, ["description"] = Description(branch) }),
                    ]),
                },
            }
        ) + "\n";

    /// <summary>
    /// The fields of the payload that a caller of the module gives: those that the flow requires and that have several values.
    /// </summary>
    public static IReadOnlyList<string> Inputs(ExportRequest request)
    {
        var contract = request.Flow.Input.Schema;
        return
        [
            .. contract.Required.Where(name =>
                (contract.Properties.GetValueOrDefault(name) ?? ContractSchema.Anything).Allowed is not [_]
            ),
        ];
    }

    /// <summary>The flow's outputs that every successful end of it has: the others may have no value.</summary>
    public static IReadOnlyList<string> Outputs(FlowDefinition flow)
    {
        var ends = flow
            .AllSteps.OfType<RespondStep>()
            .Select(end => end.Outputs is { } outputs ? outputs.Json.EnumerateObject().Select(output => output.Name) : [])
            .ToList();
        return ends.Count == 0 ? [] : [.. ends.Aggregate((common, names) => common.Intersect(names)).Except(FlowAnswer.OwnNames)];
    }

    /// <summary>A reference to an input inside the module.</summary>
    public static string Input(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $"$.Modules.Input.{name}" : $"$.Modules.Input['{name}']";

    private static JsonObject Strings(IReadOnlyList<string> names, Func<string, string?> describe, bool required = false)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Text(describe(name))))),
        };
        if (required && names.Count > 0)
        {
            schema["required"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }

        return schema;
    }

    private static JsonObject Text(string? description)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private static string Description(string branch) =>
        branch switch
        {
            AnswerStatus.Succeeded => "The flow succeeded.",
            AnswerStatus.Running => "The flow is still running.",
            AnswerStatus.Failed => "The flow failed, or its result is unknown.",
            _ => "The request was refused.",
        };

    private static JsonObject Transition(string name) =>
        new()
        {
            ["DisplayName"] = name,
            ["ReferenceName"] = name,
            ["Description"] = "",
        };
}
