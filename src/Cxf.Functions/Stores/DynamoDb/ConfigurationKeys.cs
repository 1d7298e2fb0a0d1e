using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>The keys of the configuration table. The tenant is the leading key of everything it owns.</summary>
internal static class ConfigurationKeys
{
    public const string Partition = "pk";
    public const string Sort = "sk";
    public const string ConnectionPrefix = "CONNECTION#";

    public static Dictionary<string, AttributeValue> Instance(string arn) => Key($"INSTANCE#{arn}", "INSTANCE");

    public static Dictionary<string, AttributeValue> Connection(TenantId tenant, ConnectionId connection) =>
        Key(Tenant(tenant), ConnectionPrefix + connection);

    public static Dictionary<string, AttributeValue> Draft(TenantId tenant, FlowId flow) => Key(Tenant(tenant), $"FLOW#{flow}#DRAFT");

    public static Dictionary<string, AttributeValue> Version(TenantId tenant, FlowId flow, int version) =>
        Key(Tenant(tenant), $"FLOW#{flow}#V#{version:D6}");

    public static Dictionary<string, AttributeValue> Live(TenantId tenant, FlowId flow) => Key(Tenant(tenant), $"FLOW#{flow}#LIVE");

    public static string Tenant(TenantId tenant) => $"TENANT#{tenant}";

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) =>
        new() { [Partition] = new AttributeValue(partition), [Sort] = new AttributeValue(sort) };
}
