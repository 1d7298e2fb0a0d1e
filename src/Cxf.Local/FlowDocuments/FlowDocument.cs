using System.Text;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Local.Deployment;

namespace Cxf.Local.FlowDocuments;

/// <summary>A flow document that was read and checked.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="Source">Its text with the places of its values.</param>
/// <param name="Reading">What came of reading it.</param>
internal sealed record FlowDocument(FlowFile File, string Text, JsonSource Source, FlowReading Reading)
{
    private CompilationTarget Target => new(File.Tenant, 1, LocalDeployment.FunctionArn("CallApi"));

    /// <summary>Whether the flow cannot be published as it is.</summary>
    public bool HasErrors => Reading.Flow is null;

    /// <summary>Reads and checks a file, with the connections of its tenant where it lies in a tenant's folder.</summary>
    public static async Task<FlowDocument> ReadAsync(FlowFile file, CancellationToken cancellationToken)
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(file.Path, cancellationToken);
        var source = JsonSource.Parse(bytes);
        var surroundings = file.TenantFolder is { } folder
            ? new FlowSurroundings(await TenantConnections.ReadAsync(folder, file.Tenant, cancellationToken))
            : null;
        return new FlowDocument(file, Encoding.UTF8.GetString(bytes), source, FlowReader.Read(source, surroundings));
    }

    /// <summary>Compiles a flow without errors, for this machine: version 1, with the local deployment's functions.</summary>
    public CompiledFlow Compile(FlowDefinition flow) =>
        FlowCompiler.Compile(flow, Target);

    /// <summary>Runs the tests of a flow without errors.</summary>
    public FlowTestReport Test(FlowDefinition flow, CancellationToken cancellationToken) => FlowTestRunner.Run(flow, Compile(flow), Target, cancellationToken);
}
