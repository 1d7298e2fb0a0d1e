using Amazon.DynamoDBv2.Model;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>A live flow as an item; the store adds its revision.</summary>
internal static class LiveItem
{
    private const string Version = "version";
    private const string Generation = "generation";
    private const string ContentHash = "contentHash";
    private const string AliasArn = "aliasArn";
    private const string Type = "type";
    private const string InputContract = "inputContract";
    private const string ContactFields = "contactFields";
    private const string ClaimsRuns = "claimsRuns";
    private const string TimeoutSeconds = "timeoutSeconds";
    private const string WorstCase = "worstCaseMs";
    private const string ClaimedBefore = "claimedBefore";
    private const string Revision = "revision";
    private const string Routes = "routes";
    private const string MachineVersionArn = "machineVersionArn";
    private const string Weight = "weight";

    public static LiveFlow Read(FlowId flow, Item item) =>
        new(
            flow,
            item.Number(Version),
            item[ContentHash].S,
            item[AliasArn].S,
            Enum.Parse<StateMachineType>(item[Type].S),
            new PayloadContract(item[InputContract].S),
            item.ContactFields(ContactFields)
        )
        {
            Generation = item.ContainsKey(Generation) ? item.Number(Generation) : 0,
            ClaimsRuns = item.Flag(ClaimsRuns),
            TimeoutSeconds = item.Number(TimeoutSeconds),
            WorstCase = item.Duration(WorstCase),
            ClaimedBefore = item.ContainsKey(ClaimedBefore) && item.Flag(ClaimedBefore),
            Revision = item.Number(Revision),
            Routes =
            [
                .. item[Routes]
                    .L.Select(route => new LiveRoute(
                        route.M.Number(Version),
                        route.M[MachineVersionArn].S,
                        route.M.Number(Weight)
                    )),
            ],
        };

    public static void Write(LiveFlow live, Item item)
    {
        item[Version] = ItemAttributes.Of(live.Version);
        item[ContentHash] = new AttributeValue(live.ContentHash);
        item[AliasArn] = new AttributeValue(live.AliasArn);
        item[Type] = new AttributeValue(live.Type.ToString());
        item[InputContract] = new AttributeValue(live.InputContract.Text);
        item[ContactFields] = ItemAttributes.Of(live.ContactFields);
        item[Generation] = ItemAttributes.Of(live.Generation);
        item[ClaimsRuns] = ItemAttributes.Of(live.ClaimsRuns);
        item[TimeoutSeconds] = ItemAttributes.Of(live.TimeoutSeconds);
        ItemAttributes.Write(live.WorstCase, WorstCase, item);
        item[ClaimedBefore] = ItemAttributes.Of(live.ClaimedBefore);
        item[Routes] = ItemAttributes.Of(
            live.Routes.Select(route => new AttributeValue
            {
                M = new()
                {
                    [Version] = ItemAttributes.Of(route.Version),
                    [MachineVersionArn] = new AttributeValue(route.MachineVersionArn),
                    [Weight] = ItemAttributes.Of(route.Weight),
                },
            })
        );
    }
}
