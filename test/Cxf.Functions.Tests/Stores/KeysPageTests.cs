using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Limits;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Functions.Tests.Limits;
using Cxf.Testing;

namespace Cxf.Functions.Tests.Stores;

/// <summary>The page that lists what is stored under which key, against the keys.</summary>
public sealed partial class KeysPageTests
{
    private static readonly TenantId Tenant = TenantId.Parse("acme");
    private static readonly FlowId Flow = FlowId.Parse("greet");

    [Fact]
    public void The_page_lists_every_key_and_no_other()
    {
        Dictionary<string, AttributeValue>[] keys =
        [
            ConfigurationKeys.Instance("arn"),
            ConfigurationKeys.TenantOf(Tenant),
            ConfigurationKeys.Connection(Tenant, ConnectionId.Parse("greet")),
            ConfigurationKeys.Description(Tenant, ConnectionId.Parse("greet")),
            ConfigurationKeys.Draft(Tenant, Flow),
            ConfigurationKeys.Check(Tenant, Flow),
            ConfigurationKeys.Request(Tenant, Flow),
            ConfigurationKeys.Outcome(Tenant, Flow),
            ConfigurationKeys.Version(Tenant, Flow, 1),
            ConfigurationKeys.Live(Tenant, Flow),
            ConfigurationKeys.Request(Tenant, null),
            ConfigurationKeys.Outcome(Tenant, null),
            ConfigurationKeys.Generation(Tenant),
        ];
        var known = keys.Select(key => (key[ConfigurationKeys.Partition].S, key[ConfigurationKeys.Sort].S))
            .Append((RunRecord.PartitionOf(Tenant, 0), $"{RunRecord.RunPrefix}run"))
            .Append((RunRecord.PartitionOf(Tenant, 2), $"{RunRecord.RunPrefix}run"))
            .Concat(LimitKeys());
        Assert.Equal(known.Order(), OnThePage().Order());
    }

    private static IEnumerable<(string Partition, string Sort)> LimitKeys()
    {
        var limits = new CallLimits(1, null);
        foreach (
            var key in (LimitRecordKey[])
                [
                    LimitRecordKey.Of(GivenConnection.Of(limits, id: "greet"), 0),
                    LimitRecordKey.Of(GivenConnection.Of(null, limits, id: "greet"), 0),
                    LimitRecordKey.Of(GivenConnection.Of(limits, id: "greet"), 2),
                ]
        )
        {
            yield return (key.Partition, key.Sort);
        }
    }

    // The rows of tables whose first cell is a partition key, with the page's placeholders filled in.
    private static IEnumerable<(string Partition, string Sort)> OnThePage()
    {
        var partition = "";
        foreach (var line in File.ReadLines(ProjectRoot.Path("src", "Cxf.Functions", "Stores", "README.md")))
        {
            if (KeyRow().Match(line) is not { Success: true } row)
            {
                continue;
            }

            partition = row.Groups[1].Length > 0 ? Filled(row.Groups[1].Value) : partition;
            foreach (Match sort in Code().Matches(row.Groups[2].Value))
            {
                yield return (partition, Filled(sort.Groups[1].Value));
            }
        }
    }

    private static string Filled(string pattern) =>
        pattern
            .Replace("<arn>", "arn")
            .Replace("<tenant>", "acme")
            .Replace("<id>", "greet")
            .Replace("<000001>", "000001")
            .Replace("<runId>", "run")
            .Replace("<generation>", "2");

    [GeneratedRegex(@"^\|(?: `([A-Z]+#<\w+>(?:#<\w+>)?)`)? \| (`[^|]+`) \|")]
    private static partial Regex KeyRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
