using System.Buffers;
using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Carries out requests to publish that arrive as records of the configuration table's stream: pk <c>TENANT#tenant</c>,
/// sk <c>FLOW#flow#REQUEST</c>. A record whose work fails is reported and comes again, with those after it; one that cannot
/// be understood is passed over, because it would only block the shard.
/// </summary>
public sealed class PublishRequestRecords(FlowPublisher publisher, ILogger logger)
{
    private const string TenantPrefix = "TENANT#";
    private const string FlowPrefix = "FLOW#";
    private const string RequestSuffix = "#REQUEST";

    /// <summary>Whether an event is a batch of records.</summary>
    public static bool IsBatch(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("Records", out var records) && records.ValueKind == JsonValueKind.Array;

    /// <summary>Carries out a batch, in order; the answer names the first record that failed (Lambda developer guide, "ReportBatchItemFailures").</summary>
    public async Task<JsonElement> CarryOutAsync(JsonElement batch, CancellationToken cancellationToken)
    {
        foreach (var record in batch.GetProperty("Records").EnumerateArray())
        {
            if (!TryRead(record, out var tenant, out var flow))
            {
                continue;
            }

            try
            {
                await publisher.PublishAsync(tenant, flow, cancellationToken);
            }
            catch (Exception exception)
            {
                var number = record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!;
                logger.RecordFailed(number, exception.GetType().Name);
                return Failures(number);
            }
        }

        return Failures(null);
    }

    private static bool TryRead(JsonElement record, out TenantId tenant, out FlowId flow)
    {
        (tenant, flow) = (default, default);
        return record.ValueKind == JsonValueKind.Object
            && record.TryGetProperty("dynamodb", out var change)
            && change.TryGetProperty("Keys", out var keys)
            && Key(keys, "pk") is { } partition && partition.StartsWith(TenantPrefix)
            && Key(keys, "sk") is { } sort && sort.StartsWith(FlowPrefix) && sort.EndsWith(RequestSuffix)
            && sort.Length > FlowPrefix.Length + RequestSuffix.Length
            && TenantId.TryParse(partition[TenantPrefix.Length..], out tenant)
            && FlowId.TryParse(sort[FlowPrefix.Length..^RequestSuffix.Length], out flow);
    }

    private static string? Key(JsonElement keys, string name) =>
        keys.TryGetProperty(name, out var value) && value.TryGetProperty("S", out var text) ? text.GetString() : null;

    private static JsonElement Failures(string? sequenceNumber)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("batchItemFailures");
            if (sequenceNumber is not null)
            {
                json.WriteStartObject();
                json.WriteString("itemIdentifier", sequenceNumber);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
