using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>A flow document that was read and checked.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Source">Its text with the locations of its values.</param>
/// <param name="Reading">What came of reading it.</param>
/// <param name="Target">The target of the compilation on this machine.</param>
internal sealed record FlowDocument(FlowFile File, string Text, JsonSource Source, FlowReading Reading, CompilationTarget Target)
{
    /// <summary>What is known of the APIs that the flow's connections lead to.</summary>
    public IReadOnlyDictionary<ConnectionId, ApiDescription> Descriptions { get; private init; } =
        new Dictionary<ConnectionId, ApiDescription>();

    /// <summary>Whether the flow cannot be published as it is.</summary>
    public bool HasErrors => Reading.Flow is null;

    /// <summary>Reads and checks a file, against its tenant's folder if it is in one.</summary>
    public static Task<FlowDocument> ReadAsync(FlowFile file, CancellationToken cancellationToken) =>
        ReadAsync(file, CheckConditions.None, cancellationToken);

    /// <summary>Reads and checks a file under other conditions than its folder has.</summary>
    public static async Task<FlowDocument> ReadAsync(
        FlowFile file,
        CheckConditions conditions,
        CancellationToken cancellationToken
    ) => await ReadAsync(file, await DocumentFile.ReadAsync(file.Path, cancellationToken), conditions, cancellationToken);

    /// <summary>Reads and checks what a file has, or would have if it were saved.</summary>
    public static Task<FlowDocument> ReadAsync(FlowFile file, DocumentFile document, CancellationToken cancellationToken) =>
        ReadAsync(file, document, CheckConditions.None, cancellationToken);

    private static async Task<FlowDocument> ReadAsync(
        FlowFile file,
        DocumentFile document,
        CheckConditions conditions,
        CancellationToken cancellationToken
    )
    {
        var source = JsonSource.Parse(document.Bytes);
        var tenant = await TenantFlows.OfAsync(file, conditions, cancellationToken);
        var reading =
            document.Problem is { } problem ? new FlowReading(null, [problem])
            : DocumentKinds.Of(source) is not DocumentKind.Flow and var kind ? new FlowReading(null, [WrongKind(kind)])
            : await tenant.ReadAsync(file, source, cancellationToken);
        return new FlowDocument(file, document.Text, source, reading, tenant.Target) { Descriptions = tenant.Descriptions };
    }

    // One sentence instead of a hundred about each member that a flow does not have.
    private static Diagnostic WrongKind(DocumentKind kind) =>
        new(
            InstanceCodes.WrongKind,
            DiagnosticSeverity.Error,
            JsonPointer.Root,
            1,
            1,
            $"This is {kind.Text()}, not a flow.",
            kind == DocumentKind.OpenApi
                ? $"Make a connection's description of it: {DescriptionFiles.ImportCommand("TENANT", "ID")}."
                : "Move the file out of the folder of flows."
        );

    /// <summary>Compiles a flow without errors.</summary>
    public CompiledFlow Compile(FlowDefinition flow) => FlowCompiler.Compile(flow, Target);

    /// <summary>Runs the tests of a flow without errors.</summary>
    public FlowTestReport Test(FlowDefinition flow, CancellationToken cancellationToken) =>
        FlowTestRunner.Run(flow, Compile(flow), Target, cancellationToken);

    /// <summary>How long a flow without errors can take, and what running it costs.</summary>
    public FlowCost CostOf(FlowDefinition flow) => new LinkedFlow(Source, Reading with { Flow = flow }, Target).Cost();
}
