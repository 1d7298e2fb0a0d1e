using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Functions.Observability;
using Cxf.Functions.Stores;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Handles the records of the configuration table's stream: checks a saved draft, executes a request and writes its outcome. A
/// record that fails temporarily is reported and delivered again together with the records after it. Of these, the records of the
/// same tenant wait to keep their order, and those of other tenants are handled in the meantime. A record that cannot be
/// understood, or that would fail every time, gets its outcome and is finished, because it would only block the shard.
/// </summary>
public sealed class ConfigurationRecords(
    IConfigurationStore store,
    DraftChecker drafts,
    PublishRequests requests,
    TimeProvider timeProvider,
    ILogger logger
)
{
    /// <summary>
    /// After this time no further record of a batch is started; the remaining records are delivered again. The longest time of
    /// one record, with its <see cref="FlowBudget"/> and AWS's answers, fits the rest of the function's timeout (template.yaml).
    /// </summary>
    public static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(60);

    /// <summary>Whether an event is a batch of records.</summary>
    public static bool IsBatch(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("Records", out var records)
        && records.ValueKind == JsonValueKind.Array;

    /// <summary>
    /// Handles a batch, each tenant's records in order. The answer names the first record that failed (Lambda developer guide,
    /// "ReportBatchItemFailures").
    /// </summary>
    public async Task<JsonElement> CarryOutAsync(JsonElement batch, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        string? firstFailure = null;
        var waiting = new HashSet<TenantId>();
        foreach (var json in batch.GetProperty("Records").EnumerateArray())
        {
            var record = ConfigurationRecord.Read(json);
            if (record.Subject is not { } subject)
            {
                logger.PassedOver(record.SequenceNumber);
                continue;
            }

            if (waiting.Contains(subject.Tenant))
            {
                continue;
            }

            if (timeProvider.GetElapsedTime(started) >= BatchTime)
            {
                logger.LeftForLater(record.SequenceNumber);
                return Failures(firstFailure ?? record.SequenceNumber);
            }

            try
            {
                await CarryOutAsync(record, subject, cancellationToken);
            }
            catch (Exception exception) when (PublishFailures.Passes(exception))
            {
                var (type, code, request) = FailureFacts.Of(exception);
                logger.RecordFailed(record.SequenceNumber, type, code, request);
                firstFailure ??= record.SequenceNumber;
                waiting.Add(subject.Tenant);
            }
        }

        return Failures(firstFailure);
    }

    // A request that was delivered before, together with one that failed: repeating it would undo later requests. Removing a
    // tenant is repeated, because it removes what such a repetition could have left.
    private async Task<bool> IsDoneAsync(
        ConfigurationRecord record,
        RecordSubject subject,
        CancellationToken cancellationToken
    ) =>
        subject is { IsRequest: true, Flow: { } flow }
        && record.RequestNumber > 0
        && await store.FindOutcomeAsync(subject.Tenant, flow, cancellationToken) is { } outcome
        && outcome.Request >= record.RequestNumber;

    private async Task CarryOutAsync(ConfigurationRecord record, RecordSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsDoneAsync(record, subject, cancellationToken))
            {
                return;
            }

            if (subject.IsRequest)
            {
                await WriteOutcomeAsync(
                    record,
                    subject,
                    await AnswerAsync(record, subject, cancellationToken),
                    cancellationToken
                );
            }
            else
            {
                await drafts.CheckAsync(subject.Tenant, subject.Flow!.Value, cancellationToken);
            }
        }
        catch (Exception exception) when (!PublishFailures.Passes(exception))
        {
            var (type, code, request) = FailureFacts.Of(exception);
            logger.GaveUp(record.SequenceNumber, type, code, request);
            if (subject.IsRequest)
            {
                await WriteOutcomeAsync(
                    record,
                    subject,
                    PublishFailures.Answer(exception, await FindLiveAsync(subject, cancellationToken)),
                    cancellationToken
                );
            }
        }
    }

    // The live record itself may be the one that cannot be read; the outcome is then written without it.
    private async Task<LiveFlow?> FindLiveAsync(RecordSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            return subject.Flow is { } flow ? await store.FindLiveAsync(subject.Tenant, flow, cancellationToken) : null;
        }
        catch (Exception exception) when (!PublishFailures.Passes(exception))
        {
            return null;
        }
    }

    private async Task<PublishAnswer> AnswerAsync(
        ConfigurationRecord record,
        RecordSubject subject,
        CancellationToken cancellationToken
    )
    {
        var (request, problem) = record.Request is { } json
            ? PublishRequestReader.Read(json, subject.Tenant, subject.Flow)
            : (null, "The request is not a JSON object.");
        if (request is { Action: PublishAction.Publish, Revision: null })
        {
            (request, problem) = (null, "\"revision\" is missing: add the revision of the draft to publish.");
        }

        return request is null ? PublishAnswer.Rejected(problem) : await requests.CarryOutAsync(request, cancellationToken);
    }

    private ValueTask WriteOutcomeAsync(
        ConfigurationRecord record,
        RecordSubject subject,
        PublishAnswer answer,
        CancellationToken cancellationToken
    ) =>
        store.PutOutcomeAsync(
            subject.Tenant,
            subject.Flow,
            new RequestOutcome(record.RequestNumber, answer.ToJson().GetRawText()),
            cancellationToken
        );

    private static JsonElement Failures(string? sequenceNumber) =>
        JsonOutput.Element(json =>
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
        });
}
