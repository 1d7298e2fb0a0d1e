using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows;

/// <summary>
/// The inputs, outputs and branches of a flow module: the setting <c>Settings</c> of CreateContactFlowModule. Amazon Connect
/// checks the module and every contact flow that invokes it against the contract (mgaffigan/pulumi-amazon-connect,
/// docs/wire-format-checks.md).
/// </summary>
/// <param name="Inputs">The JSON type of each input; empty for one that declares none.</param>
/// <param name="Required">The inputs that every invocation must give.</param>
/// <param name="Outputs">The JSON type of each member of ResultData.</param>
/// <param name="Branches">The branches by which the module returns.</param>
public sealed record ModuleContract(
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyList<string> Required,
    IReadOnlyDictionary<string, string> Outputs,
    IReadOnlyList<string> Branches
)
{
    /// <summary>Reads the setting; null for a text that is not a JSON object.</summary>
    public static ModuleContract? Read(string settings) =>
        JsonSource.Parse(settings) is { SyntaxProblem: null, Root: { ValueKind: JsonValueKind.Object } root } ? Read(root) : null;

    private static ModuleContract Read(JsonElement root)
    {
        var input = Schema(root, "input");
        var transitions = ContactFlowJson.Member(root, "transitions") ?? default;
        return new ModuleContract(
            Types(input),
            [.. ContactFlowJson.Items(input, "required").Select(name => ContactFlowJson.Scalar(name) ?? "")],
            Types(Schema(root, "resultData")),
            [.. ContactFlowJson.Items(transitions, "results").Select(result => ContactFlowJson.Text(result, "name") ?? "")]
        );
    }

    private static JsonElement Schema(JsonElement root, string name) =>
        ContactFlowJson.Member(ContactFlowJson.Member(root, name) ?? default, "schema") ?? default;

    private static Dictionary<string, string> Types(JsonElement schema) =>
        ContactFlowJson
            .Members(schema, "properties")
            .GroupBy(property => property.Name)
            .ToDictionary(same => same.Key, same => ContactFlowJson.Text(same.Last().Value, "type") ?? "");
}
