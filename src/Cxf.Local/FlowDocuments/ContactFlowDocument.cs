using Cxf.ContactFlows;
using Cxf.ContactFlows.TestCases;
using Cxf.Documents;

namespace Cxf.Local.FlowDocuments;

/// <summary>
/// A contact flow of a folder with its test cases: <c>contact-flows/NAME.json</c>, <c>contact-flows/NAME.tests/*.json</c>, and
/// the modules that it invokes, <c>contact-flows/modules/ID.json</c>, with their contracts, <c>ID-settings.json</c>.
/// </summary>
/// <param name="Path">Its file.</param>
/// <param name="Flow">The contact flow; null when it cannot run.</param>
/// <param name="Tests">The test cases that can run.</param>
/// <param name="Modules">The modules, by their ids.</param>
/// <param name="Documents">All files that were read, each with its diagnostics.</param>
internal sealed record ContactFlowDocument(
    string Path,
    ContactFlow? Flow,
    IReadOnlyList<TestCase> Tests,
    IReadOnlyDictionary<string, ContactFlow> Modules,
    IReadOnlyList<CheckedDocument> Documents
)
{
    private const string Folder = "contact-flows";
    private const string ModulesFolder = "modules";

    /// <summary>The end of the name of a folder with the test cases of a contact flow.</summary>
    public const string TestsFolder = ".tests";

    /// <summary>Whether the path is a contact flow and no flow document: its folder says so.</summary>
    public static bool IsContactFlow(string path) => FolderName(path) == Folder && !ModuleFile.IsSettings(path);

    /// <summary>Reads all contact flows in folders of that name, at any depth.</summary>
    public static async Task<IReadOnlyList<ContactFlowDocument>> ReadFolderAsync(string path, CancellationToken cancellationToken)
    {
        var documents = new List<ContactFlowDocument>();
        foreach (
            var file in Directory
                .EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                .Where(IsContactFlow)
                .Order(StringComparer.Ordinal)
        )
        {
            documents.Add(await ReadFileAsync(file, cancellationToken));
        }

        return documents;
    }

    /// <summary>
    /// The contact flow of a test case: <c>NAME.json</c> beside the folder <c>NAME.tests</c>. Null if it is not there.
    /// </summary>
    public static string? OfTest(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return
            folder.EndsWith(TestsFolder, StringComparison.Ordinal)
            && folder[..^TestsFolder.Length] + ".json" is var contactFlow
            && File.Exists(contactFlow)
            ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", "..", System.IO.Path.GetFileName(contactFlow))
            : null;
    }

    /// <summary>Checks a test case that no contact flow is known for.</summary>
    public static async Task<CheckedDocument> CheckTestAsync(string path, CancellationToken cancellationToken)
    {
        var document = await DocumentFile.ReadAsync(path, cancellationToken);
        var reading = TestCaseReader.Read(System.IO.Path.GetFileNameWithoutExtension(path), document.Bytes);
        var alone = new Diagnostic(
            ContactFlowCodes.TestCase,
            DiagnosticSeverity.Warning,
            JsonPointer.Root,
            1,
            1,
            "No contact flow belongs to this test case, so it does not run.",
            "Put it into the folder NAME.tests beside the contact flow NAME.json."
        );
        return new CheckedDocument(path, document.Text, [.. reading.Diagnostics, alone]);
    }

    /// <summary>Reads a contact flow or a module with the modules and the test cases beside it.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="only">The one test case to read; null for all.</param>
    public static async Task<ContactFlowDocument> ReadFileAsync(
        string path,
        CancellationToken cancellationToken,
        string? only = null
    )
    {
        var documents = new List<CheckedDocument>();
        var modules = new Dictionary<string, ContactFlow>();
        foreach (var file in JsonFiles(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, ModulesFolder)))
        {
            if (!ModuleFile.IsSettings(file) && await ReadModuleAsync(file) is { } module)
            {
                modules[System.IO.Path.GetFileNameWithoutExtension(file)] = module;
            }
        }

        var flow = ModuleFile.SettingsOf(path) is null
            ? await ReadFlowAsync(path, bytes => ContactFlowReader.Read(bytes, modules))
            : await ReadModuleAsync(path);
        var tests = new List<TestCase>();
        foreach (var file in only is null ? JsonFiles(System.IO.Path.ChangeExtension(path, null) + TestsFolder) : [only])
        {
            if (await ReadTestAsync(file) is { } test)
            {
                tests.Add(test);
            }
        }

        return new ContactFlowDocument(path, flow, tests, modules, documents);

        async Task<ContactFlow?> ReadModuleAsync(string file)
        {
            var contract = default(ModuleContract);
            if (ModuleFile.SettingsOf(file) is { } settings)
            {
                var document = await DocumentFile.ReadAsync(settings, cancellationToken);
                (contract, var diagnostics) = ModuleFile.ReadSettings(document);
                Add(settings, document, diagnostics);
            }

            return await ReadFlowAsync(file, bytes => ContactFlowReader.ReadModule(bytes, contract));
        }

        async Task<ContactFlow?> ReadFlowAsync(string file, Func<byte[], ContactFlowReading> read)
        {
            var document = await DocumentFile.ReadAsync(file, cancellationToken);
            var reading = document.Problem is null ? read(document.Bytes) : null;
            Add(file, document, reading?.Diagnostics);
            return reading?.Flow;
        }

        async Task<TestCase?> ReadTestAsync(string file)
        {
            var document = await DocumentFile.ReadAsync(file, cancellationToken);
            var name = System.IO.Path.GetFileNameWithoutExtension(file);
            var reading = document.Problem is null ? TestCaseReader.Read(name, document.Bytes) : null;
            Add(file, document, reading?.Diagnostics);
            return reading?.TestCase;
        }

        void Add(string file, DocumentFile document, IReadOnlyList<Diagnostic>? diagnostics) =>
            documents.Add(new CheckedDocument(file, document.Text, diagnostics ?? [document.Problem!]));
    }

    private static IEnumerable<string> JsonFiles(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private static string FolderName(string path) =>
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))) ?? "";
}
