using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Cxf.Local.Tables;
using Cxf.Local.Templates;

namespace Cxf.Local.Lambda;

/// <summary>
/// The stream of a local table and the mapping behind it: what changes from now on is handed to the function in order and in batches,
/// and what the function reports as failed comes again with those after it.
/// </summary>
internal sealed class TableStream : IAsyncDisposable
{
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly Channel<JsonObject> _records = Channel.CreateUnbounded<JsonObject>();
    private readonly CancellationTokenSource _stop = new();
    private readonly EventSource _source;
    private readonly LambdaService _lambda;
    private readonly TimeProvider _timeProvider;
    private readonly Task _delivery;

    /// <summary>Begins with the next change.</summary>
    public TableStream(EventSource source, LocalTables tables, LambdaService lambda, TimeProvider timeProvider)
    {
        (_source, _lambda, _timeProvider) = (source, lambda, timeProvider);
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

    private void Take(string table, JsonObject record)
    {
        if (table == _source.Table && _source.Passes(JsonElement.Parse(record.ToJsonString())))
        {
            _records.Writer.TryWrite(record);
        }
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        var batch = new List<JsonObject>();
        while (await _records.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batch.Count < _source.BatchSize && _records.Reader.TryRead(out var record))
            {
                batch.Add(record);
            }

            for (var attempt = 0; batch.Count > 0 && attempt <= _source.Retries; attempt++)
            {
                if (attempt > 0)
                {
                    await Task.Delay(BeforeRetry, _timeProvider, cancellationToken);
                }

                var done = await HandOverAsync(batch, cancellationToken);
                batch.RemoveRange(0, done);
            }

            // On AWS they go to the dead letters; the functions' log has said why.
            batch.Clear();
        }
    }

    /// <summary>How many records of the batch are done.</summary>
    private async Task<int> HandOverAsync(List<JsonObject> batch, CancellationToken cancellationToken)
    {
        var received = new JsonObject { ["Records"] = new JsonArray([.. batch.Select(record => record.DeepClone())]) };
        var function = _lambda.Find(_source.Function) ?? throw new TemplateException($"The template has no function {_source.Function}.");
        var result = await _lambda.InvokeAsync(function, Encoding.UTF8.GetBytes(received.ToJsonString()), cancellationToken);
        if (result.IsError)
        {
            return 0;
        }

        var failures = JsonNode.Parse(result.Payload.Span)?["batchItemFailures"] as JsonArray;
        var first = failures?.Select(failure => failure?["itemIdentifier"]?.GetValue<string>()).FirstOrDefault();
        var place = batch.FindIndex(record => record["dynamodb"]!["SequenceNumber"]!.GetValue<string>() == first);
        return failures is null or { Count: 0 } ? batch.Count : Math.Max(0, place);
    }
}
