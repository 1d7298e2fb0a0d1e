using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Testing;

namespace Cxf.Local.Tests.ConnectExport;

/// <summary>The sample tenant's flows.</summary>
internal static class SampleFlows
{
    public static FlowDefinition Read(string flow) =>
        FlowReader
            .Read(
                JsonSource.Parse(
                    File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", flow + ".json"))
                )
            )
            .Flow!;
}
