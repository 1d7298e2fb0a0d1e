using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores.DynamoDb;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// A record of the configuration table's stream. Reading one never fails, so that it cannot block the records after it.
/// </summary>
/// <param name="SequenceNumber">Its position in the stream; empty if it has none.</param>
/// <param name="Subject">What it is about; null if it is neither a draft nor a request.</param>
/// <param name="Request">The request, if it is a request that can be read.</param>
/// <param name="RequestNumber">The request's number; 0 when it has none.</param>
internal sealed record ConfigurationRecord(string SequenceNumber, RecordSubject? Subject, JsonElement? Request, int RequestNumber)
{
    public static ConfigurationRecord Read(JsonElement json)
    {
        var change = Member(json, "dynamodb");
        var image = Member(change, "NewImage");
        var number = int.TryParse(
            Text(Member(image, "number"), "N"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var read
        )
            ? read
            : 0;
        return new ConfigurationRecord(
            Text(change, "SequenceNumber") ?? "",
            SubjectOf(
                Text(Member(Member(change, "Keys"), ConfigurationKeys.Partition), "S"),
                Text(Member(Member(change, "Keys"), ConfigurationKeys.Sort), "S")
            ),
            Parse(Text(Member(image, "request"), "S")),
            number
        );
    }

    private static RecordSubject? SubjectOf(string? partition, string? sort)
    {
        if (
            partition is null
            || sort is null
            || !partition.StartsWith(ConfigurationKeys.TenantPrefix, StringComparison.Ordinal)
            || !TenantId.TryParse(partition[ConfigurationKeys.TenantPrefix.Length..], out var tenant)
        )
        {
            return null;
        }

        // The keys are built again and compared, so that no other item is mistaken for one of them.
        var flow = ConfigurationKeys.FlowOf(sort);
        return sort == ConfigurationKeys.Request(tenant, flow)[ConfigurationKeys.Sort].S
                ? new RecordSubject(tenant, flow, IsRequest: true)
            : flow is { } drafted && sort == ConfigurationKeys.Draft(tenant, drafted)[ConfigurationKeys.Sort].S
                ? new RecordSubject(tenant, flow, IsRequest: false)
            : null;
    }

    private static JsonElement? Parse(string? text) =>
        text is not null && JsonSource.Parse(text) is { SyntaxProblem: null } read ? read.Root : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

/// <summary>What a record of the stream is about.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow; null for a request about the tenant as a whole.</param>
/// <param name="IsRequest">Whether it is a request; else it is a draft.</param>
internal sealed record RecordSubject(TenantId Tenant, FlowId? Flow, bool IsRequest);
