using Amazon.DynamoDBv2.Model;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>A flow's version as an item.</summary>
internal static class VersionItem
{
    public const string MachineVersionArn = "machineVersionArn";

    /// <summary>What a list of versions shows of each: everything but its document.</summary>
    public const string EntryProjection =
        $"{ConfigurationKeys.Sort}, #{ContentHash}, #{CreatedAt}, #{MachineVersionArn}, #{Allowed}";

    private const string Allowed = "allowed";
    private const string Document = "document";
    private const string Generation = "generation";
    private const string ContentHash = "contentHash";
    private const string CreatedAt = "createdAt";
    private const string Type = "type";
    private const string InputContract = "inputContract";
    private const string ContactFields = "contactFields";
    private const string ClaimsRuns = "claimsRuns";
    private const string TimeoutSeconds = "timeoutSeconds";
    private const string WorstCase = "worstCaseMs";

    public static FlowVersion Read(FlowId flow, int version, Item item) =>
        new()
        {
            Flow = flow,
            Version = version,
            Document = item[Document].S,
            ContentHash = item[ContentHash].S,
            CreatedAt = item.Time(CreatedAt),
            Type = Enum.Parse<StateMachineType>(item[Type].S),
            InputContract = item[InputContract].S,
            ContactFields = item.ContactFields(ContactFields),
            Generation = item.ContainsKey(Generation) ? item.Number(Generation) : 0,
            ClaimsRuns = item.Flag(ClaimsRuns),
            TimeoutSeconds = item.Number(TimeoutSeconds),
            WorstCase = item.Duration(WorstCase),
            MachineVersionArn = item.GetValueOrDefault(MachineVersionArn)?.S,
            Allowed = AllowedIn(item),
        };

    public static VersionEntry ReadEntry(int version, Item item) =>
        new(version, item[ContentHash].S, item.Time(CreatedAt), item.GetValueOrDefault(MachineVersionArn)?.S)
        {
            Allowed = AllowedIn(item),
        };

    public static void Write(FlowVersion version, Item item)
    {
        item[Document] = new AttributeValue(version.Document);
        item[ContentHash] = new AttributeValue(version.ContentHash);
        item[CreatedAt] = ItemAttributes.Of(version.CreatedAt);
        item[Type] = new AttributeValue(version.Type.ToString());
        item[InputContract] = new AttributeValue(version.InputContract);
        item[ContactFields] = ItemAttributes.Of(version.ContactFields);
        item[Generation] = ItemAttributes.Of(version.Generation);
        item[ClaimsRuns] = ItemAttributes.Of(version.ClaimsRuns);
        item[TimeoutSeconds] = ItemAttributes.Of(version.TimeoutSeconds);
        ItemAttributes.Write(version.WorstCase, WorstCase, item);
        if (version.Allowed.Count > 0)
        {
            item[Allowed] = new AttributeValue { SS = [.. version.Allowed] };
        }

        if (version.MachineVersionArn is { } arn)
        {
            item[MachineVersionArn] = new AttributeValue(arn);
        }
    }

    private static IReadOnlyList<string> AllowedIn(Item item) =>
        item.TryGetValue(Allowed, out var codes) ? [.. codes.SS.Order(StringComparer.Ordinal)] : [];
}
