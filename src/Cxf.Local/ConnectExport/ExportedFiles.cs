using System.Text;
using Cxf.ContactFlows;
using Cxf.ContactFlows.TestCases;
using Cxf.Documents;

namespace Cxf.Local.ConnectExport;

/// <summary>A file that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Diagnostics">What Amazon Connect would refuse it for.</param>
internal sealed record ExportedFile(string Path, IReadOnlyList<ContactFlowDiagnostic> Diagnostics);

/// <summary>All files of an export, each read again as Amazon Connect reads it.</summary>
internal static class ExportedFiles
{
    /// <summary>Writes the files to a folder, which is created.</summary>
    public static async Task<IReadOnlyList<ExportedFile>> WriteAsync(
        string folder,
        string name,
        ExportRequest request,
        CancellationToken cancellationToken
    )
    {
        var files = new List<ExportedFile>();
        var contactFlow = ConnectExporter.ContactFlow(request);
        await AddAsync($"{name}.contact-flow.json", contactFlow, ContactFlowReader.Read(contactFlow).Diagnostics);
        foreach (var (test, content) in ExportedTests.Of(request))
        {
            var reading = TestCaseReader.Read(test, Encoding.UTF8.GetBytes(content));
            await AddAsync(Path.Combine($"{name}.contact-flow.tests", $"{test}.json"), content, reading.Diagnostics);
        }

        await AddModuleAsync("module", ConnectExporter.Module(request), ExportedContract.Settings(request));
        await AddModuleAsync("tool", ConnectExporter.Tool(request), ExportedContract.ToolSettings(request));
        return files;

        async Task AddModuleAsync(string kind, string module, string settings)
        {
            var reading = ContactFlowReader.ReadModule(Encoding.UTF8.GetBytes(module), ModuleContract.Read(settings));
            await AddAsync($"{name}.{kind}.json", module, reading.Diagnostics);
            await AddAsync($"{name}.{kind}-settings.json", settings, []);
        }

        async Task AddAsync(string file, string text, IReadOnlyList<ContactFlowDiagnostic> diagnostics)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            files.Add(new ExportedFile(path, [.. diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)]));
        }
    }
}
