using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// What CreateContactFlowModule demands of a module's content beyond that of a contact flow (live service, published in
/// mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md). The console writes the same to every module; the contract itself
/// is a setting of the module and not of its content.
/// </summary>
internal static class ModuleContract
{
    /// <summary>The member Settings of the content.</summary>
    public static JsonObject ContentSettings() =>
        new()
        {
            ["InputParameters"] = new JsonArray(),
            ["OutputParameters"] = new JsonArray(),
            ["Transitions"] = new JsonArray(Transition("Success"), Transition("Error")),
        };

    private static JsonObject Transition(string name) =>
        new()
        {
            ["DisplayName"] = name,
            ["ReferenceName"] = name,
            ["Description"] = "",
        };
}
