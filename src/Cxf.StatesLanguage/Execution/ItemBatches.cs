using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The inputs of a distributed Map's children: one for each item, or one for each batch of items.</summary>
internal static class ItemBatches
{
    public static IReadOnlyList<Payload> Inputs(StateRun run, MapState state, JsonElement items)
    {
        var inputs = new List<Payload>(items.GetArrayLength());
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            inputs.Add(MapStateRunner.IterationInput(run, state.ItemSelector, new MapItem(index++, item)));
        }

        if (state.ItemSelector is not null)
        {
            run.Inspection?.AfterItemSelector = Payload.ArrayOf(inputs);
        }

        if (state.ItemBatcher is null)
        {
            return inputs;
        }

        var batches = Batch(run, state.ItemBatcher, inputs);
        run.Inspection?.AfterItemBatcher = Payload.ArrayOf(batches);
        return batches;
    }

    /// <summary>How many items a batch has.</summary>
    public static int ItemsOf(Payload batch) => batch.Tree.GetProperty("Items").GetArrayLength();

    private static List<Payload> Batch(StateRun run, ItemBatcher batcher, List<Payload> items)
    {
        var maxItems = batcher.MaxItemsPerBatch?.Evaluate(run) ?? int.MaxValue;
        var maxBytes = Math.Min(
            batcher.MaxInputBytesPerBatch?.Evaluate(run) ?? ServiceLimits.PayloadBytes,
            ServiceLimits.PayloadBytes
        );
        var common = batcher.BatchInput?.Evaluate(run);
        var batches = new List<Payload>();
        var batch = new List<Payload>();
        var bytes = 0L;
        foreach (var item in items)
        {
            if (batch.Count > 0 && (batch.Count >= maxItems || bytes + item.Length + 1 > maxBytes))
            {
                batches.Add(Write(batch, common));
                batch.Clear();
                bytes = 0;
            }

            batch.Add(item);
            bytes += item.Length + 1;
        }

        if (batch.Count > 0)
        {
            batches.Add(Write(batch, common));
        }

        return batches;
    }

    private static Payload Write(List<Payload> batch, Payload? common)
    {
        var array = Payload.ArrayOf(batch);
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        if (common is not null)
        {
            writer.Json.WritePropertyName("BatchInput");
            common.WriteTo(writer.Json);
        }

        writer.Json.WritePropertyName("Items");
        array.WriteTo(writer.Json);
        writer.Json.WriteEndObject();
        return writer.ToPayload();
    }
}
