using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows;

/// <summary>Recognises documents of Amazon Connect by their content, also wrong ones.</summary>
public static class ConnectDocument
{
    /// <summary>
    /// Whether the document is a contact flow or a module: its content, an answer of DescribeContactFlow or
    /// DescribeContactFlowModule, or an export in the console's old format.
    /// </summary>
    public static bool IsContactFlow(JsonElement root) =>
        Content(root, "ContactFlow", "ContactFlowModule") is var content
        && (
            Has(content, "Actions", JsonValueKind.Array)
            || Has(content, "StartAction", JsonValueKind.String)
            || (Has(content, "modules", JsonValueKind.Array) && Has(content, "start", JsonValueKind.String))
        )
        && !Has(content, "Observations", JsonValueKind.Array);

    /// <summary>Whether the document is a test case: its content, or a request or an answer that holds it.</summary>
    public static bool IsTestCase(JsonElement root) => Has(Content(root, "TestCase"), "Observations", JsonValueKind.Array);

    // The content is the document itself, or a member, as JSON or as text.
    private static JsonElement Content(JsonElement root, params ReadOnlySpan<string> holders)
    {
        var holder = root;
        foreach (var name in holders)
        {
            holder = ContactFlowJson.Member(holder, name) ?? holder;
        }

        return ContactFlowJson.Text(holder, "Content") is { } text
            ? JsonSource.Parse(text) is { SyntaxProblem: null } source
                ? source.Root
                : holder
            : ContactFlowJson.Member(holder, "Content") is { ValueKind: JsonValueKind.Object } content
                ? content
                : holder;
    }

    private static bool Has(JsonElement holder, string name, JsonValueKind kind) =>
        ContactFlowJson.Member(holder, name) is { } value && value.ValueKind == kind;
}
