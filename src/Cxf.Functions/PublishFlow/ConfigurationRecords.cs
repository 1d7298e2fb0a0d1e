using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Functions.Observability;
using Cxf.Functions.Stores;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Carries out what the configuration table's stream tells of: a draft that was saved is checked, a request is carried out and its
/// outcome written. A record whose work fails in passing is reported and comes again, with those after it; of these the tenant's
/// own wait, so that they keep their order, and others' are done meanwhile. One that cannot be understood, or that would fail every
/// time, gets its diagnosis and is done, because it would only block the shard.
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
    /// After this time no further record of a batch is begun: those left come again. What one record can take, by its
    /// <see cref="FlowBudget"/> and AWS's answers, fits into the rest of the function's timeout (template.yaml).
    /// </summary>
    public static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(60);

    /// <summary>Whether an event is a batch of records.</summary>
    public static bool IsBatch(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("Records", out var records)
        && records.ValueKind == JsonValueKind.Array;

    /// <summary>Carries out a batch, each tenant's records in order; the answer names the first record that failed (Lambda developer guide, "ReportBatchItemFailures").</summary>
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

    // A request that came before with one that failed: doing it again would undo what was asked for after it. Removing a tenant is
    // done again, because it takes away what such a repetition would have left.
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

    // What is live may be the very record that cannot be read; the outcome then does without it.
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
