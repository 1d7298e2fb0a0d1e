using Cxf.ApiCalls.Connections;
using Cxf.ContactFlows.TestCases;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Schema;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Stores;

namespace Cxf.Local.Schemas;

/// <summary>The JSON Schema of one kind of document in a deployment folder.</summary>
/// <param name="Name">The kind, as <c>cxf schema</c> names it.</param>
/// <param name="FileName">The name of the schema's file.</param>
/// <param name="Files">The documents, as a pattern of paths.</param>
/// <param name="Write">Writes the schema.</param>
internal sealed record DocumentSchema(string Name, string FileName, string Files, Func<string> Write)
{
    /// <summary>The folder, in a deployment folder, in which <c>cxf new tenant</c> puts the schemas.</summary>
    public const string Folder = "schemas";

    /// <summary>The schema of flows.</summary>
    public static DocumentSchema Flow { get; } = new("flow", "flow.schema.json", "**/tenants/*/flows/*.json", FlowSchema.Write);

    /// <summary>The schema of connections.</summary>
    public static DocumentSchema Connection { get; } =
        new("connection", "connection.schema.json", "**/tenants/*/connections/*.json", ConnectionSchema.Write);

    /// <summary>The schema of <c>instances.json</c>.</summary>
    public static DocumentSchema Instances { get; } =
        new("instances", "instances.schema.json", "**/instances.json", InstancesSchema.Write);

    /// <summary>The schema of the test cases of contact flows. The tests of a flow are a part of the flow.</summary>
    public static DocumentSchema Tests { get; } =
        new("tests", "test-case.schema.json", "**/contact-flows/*.tests/*.json", TestCaseSchema.Write);

    /// <summary>All schemas.</summary>
    public static IReadOnlyList<DocumentSchema> All { get; } = [Flow, Connection, Instances, Tests];

    /// <summary>The schema of the flows of one tenant, which knows what its connections offer.</summary>
    public DocumentSchema For(TenantId tenant, TenantConnections connections) =>
        this with
        {
            FileName = $"{tenant}.{FileName}",
            Files = $"**/tenants/{tenant}/flows/*.json",
            Write = () => DescribedFlowSchema.Write(connections.Descriptions),
        };
}
