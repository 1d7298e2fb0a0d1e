using System.Text.Json;
using Cxf.ContactFlows;
using Cxf.Documents;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>The kinds of documents that a file can hold.</summary>
internal enum DocumentKind
{
    /// <summary>A flow, or anything else that is none of the others.</summary>
    Flow,

    /// <summary>A contact flow or a module of Amazon Connect.</summary>
    ContactFlow,

    /// <summary>A test case of a contact flow.</summary>
    TestCase,

    /// <summary>The contract of a module.</summary>
    ModuleSettings,

    /// <summary>A connection.</summary>
    Connection,

    /// <summary>The stored description of a connection.</summary>
    Description,

    /// <summary>An OpenAPI or Swagger document, of which a description is made.</summary>
    OpenApi,

    /// <summary>The instances of a deployment folder.</summary>
    Instances,
}

/// <summary>Recognises what a file holds, wherever it lies.</summary>
internal static class DocumentKinds
{
    /// <summary>The kind of a file.</summary>
    public static async Task<DocumentKind> OfAsync(string path, CancellationToken cancellationToken) =>
        Path.GetFileName(path) == FolderConfigurationStore.InstancesFileName ? DocumentKind.Instances
        : ModuleFile.IsSettings(path) ? DocumentKind.ModuleSettings
        : Of(JsonSource.Parse((await DocumentFile.ReadAsync(path, cancellationToken)).Bytes))
            is not DocumentKind.Flow
                and var kind
            ? kind
        : OfFolder(path);

    /// <summary>The kind of a document, by its content.</summary>
    public static DocumentKind Of(JsonSource source) =>
        source.SyntaxProblem is not null || source.Root.ValueKind != JsonValueKind.Object ? DocumentKind.Flow
        : ConnectDocument.IsContactFlow(source.Root) ? DocumentKind.ContactFlow
        : ConnectDocument.IsTestCase(source.Root) ? DocumentKind.TestCase
        : source.Root.TryGetProperty("steps", out _) ? DocumentKind.Flow
        : source.Root.TryGetProperty("baseUrl", out _) ? DocumentKind.Connection
        : source.Root.TryGetProperty("format", out _) && source.Root.TryGetProperty("operations", out _)
            ? DocumentKind.Description
        : source.Root.TryGetProperty("openapi", out _) || source.Root.TryGetProperty("swagger", out _) ? DocumentKind.OpenApi
        : DocumentKind.Flow;

    // Of a document that cannot be recognised, such as one with a missing comma, the folder says what it is meant to be.
    private static DocumentKind OfFolder(string path)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? "";
        return ContactFlowDocument.IsContactFlow(path) ? DocumentKind.ContactFlow
            : folder.EndsWith(ContactFlowDocument.TestsFolder, StringComparison.Ordinal) ? DocumentKind.TestCase
            : folder == "connections" ? DocumentKind.Connection
            : folder == DescriptionFiles.Folder ? DocumentKind.Description
            : DocumentKind.Flow;
    }

    /// <summary>One document of the kind, counted.</summary>
    public static string Name(this DocumentKind kind) =>
        kind switch
        {
            DocumentKind.ModuleSettings => "Settings of 1 module",
            DocumentKind.Connection => "1 connection",
            DocumentKind.Description => "1 description",
            DocumentKind.TestCase => "1 test case",
            _ => "1 file of instances",
        };

    /// <summary>The kind in words, with its article.</summary>
    public static string Text(this DocumentKind kind) =>
        kind switch
        {
            DocumentKind.ContactFlow => "a contact flow of Amazon Connect",
            DocumentKind.TestCase => "a test case of a contact flow",
            DocumentKind.ModuleSettings => "the settings of a module of Amazon Connect",
            DocumentKind.Connection => "a connection",
            DocumentKind.Description => "the description of a connection",
            DocumentKind.OpenApi => "an OpenAPI document",
            DocumentKind.Instances => "the file of Connect instances",
            _ => "a flow",
        };
}
