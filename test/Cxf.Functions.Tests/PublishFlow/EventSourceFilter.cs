using System.Text.Json;
using Cxf.Local.Templates;
using Cxf.Testing;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>template.yaml's filter on the configuration table's stream.</summary>
internal static class EventSourceFilter
{
    private static readonly EventSource Source = Assert.Single(
        ServerlessTemplate.Read(ProjectRoot.Path("template.yaml"), new Dictionary<string, string>()).EventSources
    );

    public static bool Passes(JsonElement record) => Source.Passes(record);
}
