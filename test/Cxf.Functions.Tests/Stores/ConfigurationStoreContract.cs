using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores;

/// <summary>The behaviour of every configuration store.</summary>
public abstract partial class ConfigurationStoreContract
{
    private const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/1";

    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly TenantId Globex = TenantId.Parse("globex");
    private static readonly ConnectionId Crm = ConnectionId.Parse("crm");
    private static readonly FlowId Flow = FlowId.Parse("create_lead");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IConfigurationStore> CreateAsync();

    private static LiveFlow Live(int version) =>
        new(
            Flow,
            version,
            $"hash-{version}",
            "arn:alias",
            StateMachineType.Express,
            new PayloadContract("""{"type":"object"}"""),
            []
        );

    private static FlowVersion Version(FlowId flow, int number) =>
        new()
        {
            Flow = flow,
            Version = number,
            Document = "{ }",
            ContentHash = $"hash-{number}",
            CreatedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, 123, TimeSpan.Zero),
            Type = StateMachineType.Standard,
            InputContract = """{"type":"object"}""",
            ContactFields = [ContactField.SystemNumber],
            ClaimsRuns = true,
            TimeoutSeconds = 3_600,
            WorstCase = TimeSpan.FromMilliseconds(61_005),
        };
}
