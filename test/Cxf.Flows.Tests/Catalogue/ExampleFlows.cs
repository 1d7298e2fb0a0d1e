using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Testing;

namespace Cxf.Flows.Tests.Catalogue;

/// <summary>The example documents of the catalogue, and the tenant in whose surroundings they are checked.</summary>
internal static class ExampleFlows
{
    public static string Folder { get; } = ProjectRoot.Path("src", "Cxf.Flows", "Catalogue", "Examples");

    public static string Document(string code) => File.ReadAllText(Path.Combine(Folder, code + ".json"));

    public static FlowReading Read(string document) => Documents.Read(document, Surroundings(document));

    /// <summary>Two connections, of which one sends an idempotency key, and a live flow of each type.</summary>
    public static FlowSurroundings Surroundings(string document) => new(new Dictionary<ConnectionId, IReadOnlyCollection<string>>
    {
        [ConnectionId.Parse("crm")] = ["GET", "POST"],
        [ConnectionId.Parse("erp")] = ["GET", "POST"],
    })
    {
        IdempotentConnections = new HashSet<ConnectionId> { ConnectionId.Parse("crm") },
        LiveFlows = new Dictionary<FlowId, LiveFlowFacts>
        {
            [FlowId.Parse("notify")] = new(StateMachineType.Express, TimeSpan.FromSeconds(2)),
            [FlowId.Parse("other")] = new(StateMachineType.Express, TimeSpan.FromSeconds(6)),
            [FlowId.Parse("goes_on")] = new(StateMachineType.Standard, TimeSpan.FromHours(1)),
        },
        PinnedFlows = new Dictionary<PinnedVersion, FlowDefinition>
        {
            [new PinnedVersion(FlowId.Parse("other"), 3)] = Documents.Read(Documents.Lead).Flow!,
        },
        LiveType = document.Contains("\"flowId\": \"goes_on\",\n  \"caller\"") ? StateMachineType.Standard : null,
    };
}
