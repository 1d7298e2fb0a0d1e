using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;

namespace Cxf.Functions.Limits;

/// <summary>
/// The key of the record that counts a connection's calls. Where the tenant has limits, it is one record for all of its
/// connections, because one write must count a call for the connection and for the tenant.
/// </summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key.</param>
internal sealed record LimitRecordKey(string Partition, string Sort)
{
    public const string PartitionName = "pk";
    public const string SortName = "sk";

    /// <summary>Begins every partition key; the role of CallApi may use no others in the table of runs.</summary>
    public const string PartitionPrefix = "LIMITS#";

    /// <param name="connection">The connection.</param>
    /// <param name="generation">The generation of its tenant.</param>
    public static LimitRecordKey Of(ApiConnection connection, int generation) =>
        new(
            generation == 0 ? $"{PartitionPrefix}{connection.Tenant}" : $"{PartitionPrefix}{connection.Tenant}#{generation}",
            connection.TenantLimits is null ? $"CONNECTION#{connection.Id}" : "TENANT"
        );

    public Dictionary<string, AttributeValue> ToItem() => new() { [PartitionName] = new(Partition), [SortName] = new(Sort) };
}
