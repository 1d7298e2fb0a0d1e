using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>The keys of the configuration table. The tenant is the leading key of everything it owns.</summary>
internal static class ConfigurationKeys
{
    public const string Partition = "pk";
    public const string Sort = "sk";
    public const string TenantPrefix = "TENANT#";
    public const string ConnectionPrefix = "CONNECTION#";
    public const string FlowPrefix = "FLOW#";
    public const string DraftSuffix = "#DRAFT";
    public const string RequestSuffix = "#REQUEST";

    // The tenant's own record. Requests about the whole tenant are stored next to it, as a flow's requests are stored next to the
    // flow.
    private const string TenantRecord = "TENANT";

    public static Dictionary<string, AttributeValue> Instance(string arn) => Key($"INSTANCE#{arn}", "INSTANCE");

    public static Dictionary<string, AttributeValue> TenantOf(TenantId tenant) => Key(Tenant(tenant), TenantRecord);

    public static Dictionary<string, AttributeValue> Generation(TenantId tenant) =>
        Key(Tenant(tenant), $"{TenantRecord}#GENERATION");

    public static Dictionary<string, AttributeValue> Connection(TenantId tenant, ConnectionId connection) =>
        Key(Tenant(tenant), ConnectionPrefix + connection);

    public static Dictionary<string, AttributeValue> Description(TenantId tenant, ConnectionId connection) =>
        Key(Tenant(tenant), "DESCRIPTION#" + connection);

    public static Dictionary<string, AttributeValue> Draft(TenantId tenant, FlowId flow) =>
        Key(Tenant(tenant), Flow(flow) + DraftSuffix);

    public static Dictionary<string, AttributeValue> Check(TenantId tenant, FlowId flow) =>
        Key(Tenant(tenant), $"{Flow(flow)}#CHECK");

    public static Dictionary<string, AttributeValue> Request(TenantId tenant, FlowId? flow) =>
        Key(Tenant(tenant), Subject(flow) + RequestSuffix);

    public static Dictionary<string, AttributeValue> Outcome(TenantId tenant, FlowId? flow) =>
        Key(Tenant(tenant), $"{Subject(flow)}#OUTCOME");

    public static Dictionary<string, AttributeValue> Version(TenantId tenant, FlowId flow, int version) =>
        Key(Tenant(tenant), $"{VersionPrefix(flow)}{version:D6}");

    public static Dictionary<string, AttributeValue> Live(TenantId tenant, FlowId flow) =>
        Key(Tenant(tenant), $"{Flow(flow)}#LIVE");

    public static string Tenant(TenantId tenant) => TenantPrefix + tenant;

    public static string VersionPrefix(FlowId flow) => $"{Flow(flow)}#V#";

    /// <summary>
    /// The flow that a sort key belongs to, or null if it belongs to no flow. An ID contains no <c>#</c>, so no flow's key is the
    /// beginning of another's.
    /// </summary>
    public static FlowId? FlowOf(string sort) =>
        sort.StartsWith(FlowPrefix, StringComparison.Ordinal)
        && sort.IndexOf('#', FlowPrefix.Length) is > 0 and var end
        && FlowId.TryParse(sort[FlowPrefix.Length..end], out var flow)
            ? flow
            : null;

    private static string Flow(FlowId flow) => FlowPrefix + flow;

    private static string Subject(FlowId? flow) => flow is { } one ? Flow(one) : TenantRecord;

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) =>
        new() { [Partition] = new AttributeValue(partition), [Sort] = new AttributeValue(sort) };
}
