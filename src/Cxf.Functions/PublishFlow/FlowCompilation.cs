using System.Text;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.Deployment;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>Reads, checks and compiles flow documents as this deployment and this tenant have them.</summary>
public sealed class FlowCompilation(IConfigurationStore store, DeploymentSettings settings)
{
    /// <summary>Reads and checks a document that is stored under a flow's id.</summary>
    public async Task<FlowReading> ReadAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken)
    {
        var source = JsonSource.Parse(document);
        var reading = FlowReader.Read(source, await SurroundingsAsync(tenant, cancellationToken));
        return reading.Flow is null || reading.Flow.Id == flow ? reading : new FlowReading(null, [.. reading.Diagnostics, PublishDiagnostics.OtherFlow(source, flow)]);
    }

    /// <summary>Compiles a flow as one of its versions.</summary>
    public CompiledFlow Compile(TenantId tenant, FlowDefinition flow, int version) =>
        FlowCompiler.Compile(flow, new CompilationTarget(tenant, version, settings.CallApiArn));

    /// <summary>What a flow means in this deployment, as one hash. Two documents that differ in layout only have the same one.</summary>
    /// <param name="compiled">What the flow compiles to as version 0.</param>
    /// <param name="flow">The flow.</param>
    public string HashOf(CompiledFlow compiled, FlowDefinition flow) => ContentHash.Of(compiled, flow, settings);

    private async Task<FlowSurroundings> SurroundingsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        foreach (var (id, document) in await store.ListConnectionsAsync(tenant, cancellationToken))
        {
            // A connection that cannot be read is as good as absent for a flow that wants to use it.
            if (ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document)).Value is { } connection)
            {
                connections[id] = connection.Methods;
            }
        }

        return new FlowSurroundings(connections);
    }
}
