using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Cxf.Local.Templates;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// The stream of a local table and its event source mapping. Later changes are passed to the function in order and in batches.
/// Records that the function reports as failed are delivered again together with those after them. A batch on which the function
/// itself fails is split, if the template says so. Records that fail too often go to the dead letters, which are lines of the log
/// here. There is one shard.
/// </summary>
internal sealed class TableStream : IAsyncDisposable
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly Channel<JsonObject> _records = Channel.CreateUnbounded<JsonObject>();
    private readonly CancellationTokenSource _stop = new();
    private readonly EventSource _source;
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> _invoke;
    private readonly Action<string> _log;
    private readonly TimeProvider _timeProvider;
    private readonly Task _delivery;

    /// <summary>Begins with the next change.</summary>
    /// <param name="source">The mapping.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="invoke">Invokes the mapping's function.</param>
    /// <param name="log">Gets a line for each batch that is given up.</param>
    /// <param name="timeProvider">The clock of the waiting between tries.</param>
    public TableStream(
        EventSource source,
        InMemoryDynamoDb tables,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task<InvocationResult>> invoke,
        Action<string> log,
        TimeProvider timeProvider
    )
    {
        (_source, _invoke, _log, _timeProvider) = (source, invoke, log, timeProvider);
        tables.Changed += Take;
        _delivery = DeliverAsync(_stop.Token);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _delivery.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Take(object? sender, ItemChangedEventArgs change)
    {
        if (change.Table == _source.Table && _source.Passes(JsonElement.Parse(change.Record.ToJsonString())))
        {
            _records.Writer.TryWrite(change.Record);
        }
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (await _records.Reader.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<JsonObject>();
            while (batch.Count < _source.BatchSize && _records.Reader.TryRead(out var record))
            {
                batch.Add(record);
            }

            await DeliverAsync(batch, tries: 0, cancellationToken);
        }
    }

    private async Task DeliverAsync(List<JsonObject> batch, int tries, CancellationToken cancellationToken)
    {
        while (batch.Count > 0)
        {
            if (tries > 0)
            {
                await Task.Delay(BeforeRetry, _timeProvider, cancellationToken);
            }

            var (done, failed) = await HandOverAsync(batch, cancellationToken);
            batch = batch[done..];
            if (failed && _source.Bisects && batch.Count > 1)
            {
                // Lambda developer guide, "DynamoDB event source mappings": splitting does not count as a try.
                await DeliverAsync(batch[..(batch.Count / 2)], tries, cancellationToken);
                await DeliverAsync(batch[(batch.Count / 2)..], tries, cancellationToken);
                return;
            }

            // A record that others stood before has failed once.
            tries = done > 0 ? 1 : tries + 1;
            if (tries > _source.Retries && batch.Count > 0)
            {
                _log(
                    $"Dead letters: given up after {tries} tries by {_source.Function}: {string.Join(", ", batch.Select(Name))}"
                );
                return;
            }
        }
    }

    /// <summary>How many records of the batch are done, and whether the function failed instead of saying which.</summary>
    private async Task<(int Done, bool Failed)> HandOverAsync(List<JsonObject> batch, CancellationToken cancellationToken)
    {
        var received = new JsonObject { ["Records"] = new JsonArray([.. batch.Select(record => record.DeepClone())]) };
        var result = await _invoke(Encoding.UTF8.GetBytes(received.ToJsonString()), cancellationToken);
        if (result.IsError)
        {
            return (0, true);
        }

        var failures = JsonNode.Parse(result.Payload.Span)?["batchItemFailures"] as JsonArray;
        var numbers = failures?.Select(failure => failure?["itemIdentifier"]?.GetValue<string>()).ToHashSet() ?? [];

        // The first in the stream, in whatever order they are named; a name that no record has means all of them.
        var place = batch.FindIndex(record => numbers.Contains(record["dynamodb"]!["SequenceNumber"]!.GetValue<string>()));
        return (numbers.Count == 0 ? batch.Count : Math.Max(0, place), false);
    }

    private static string Name(JsonObject record) =>
        $"{record["dynamodb"]!["Keys"]!["pk"]!["S"]} {record["dynamodb"]!["Keys"]!["sk"]!["S"]} (record "
        + $"{record["dynamodb"]!["SequenceNumber"]})";
}
