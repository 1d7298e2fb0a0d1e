using Cxf.ContactFlows;
using Cxf.Documents;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// A flow module of a folder, <c>NAME.json</c>, and its contract beside it, <c>NAME-settings.json</c>, as
/// <c>cxf connect export</c> writes them.
/// </summary>
internal static class ModuleFile
{
    private const string SettingsEnd = "-settings.json";

    /// <summary>Whether the file is the contract of a module beside it.</summary>
    public static bool IsSettings(string path) =>
        path.EndsWith(SettingsEnd, StringComparison.Ordinal) && File.Exists(path[..^SettingsEnd.Length] + ".json");

    /// <summary>The file with the contract of a module; null if nobody has written one.</summary>
    public static string? SettingsOf(string module) =>
        Path.ChangeExtension(module, null) + SettingsEnd is var settings && File.Exists(settings) ? settings : null;

    /// <summary>Reads a contract.</summary>
    public static (ModuleContract? Contract, IReadOnlyList<Diagnostic> Diagnostics) ReadSettings(DocumentFile file) =>
        file.Problem is { } problem ? (null, [problem])
        : ModuleContract.Read(file.Text) is { } contract ? (contract, [])
        : (
            null,
            [
                new Diagnostic(
                    ContactFlowCodes.ModuleContract,
                    DiagnosticSeverity.Error,
                    JsonPointer.Root,
                    1,
                    1,
                    "The settings of a module must be a JSON object.",
                    "Write the module's Settings, as DescribeContactFlowModule returns them."
                ),
            ]
        );
}
