using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>Runs Map states: what is common to inline and distributed ones, and the inline iterations.</summary>
internal static class MapStateRunner
{
    public static ValueTask<Payload> RunAsync(StateRun run, MapState state)
    {
        if (state.NeedsS3 is { } field)
        {
            throw run.RuntimeError(
                $"The field '{field}' needs S3, which the local engine does not have; pass the items with 'Items' or 'ItemsPath'."
            );
        }

        var limit = state.MaxConcurrency?.Evaluate(run) ?? 0;
        var items = state.Items.Evaluate(run);
        run.Branch.Record(HistoryEventType.MapStateStarted, new MapStateStartedDetails(items.GetArrayLength()));
        var tolerance = FailureTolerance.Evaluate(run, state);
        return state.Distributed
            ? DistributedMapRunner.RunAsync(run, state, items, (int)limit, tolerance)
            : RunInlineAsync(run, state, items, limit < 1 ? ServiceLimits.InlineMapConcurrency : (int)limit);
    }

    /// <summary>The input of one iteration: the item, or the result of ItemSelector.</summary>
    public static Payload IterationInput(StateRun run, IDataTemplate? selector, MapItem item)
    {
        if (selector is null)
        {
            return Payload.Of(item.Value);
        }

        run.Item = item;
        try
        {
            return DataLimit.Checked(selector.Evaluate(run), run);
        }
        finally
        {
            run.Item = null;
        }
    }

    private static async ValueTask<Payload> RunInlineAsync(StateRun run, MapState state, JsonElement items, int concurrency)
    {
        var outer = run.Branch;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer.Stop);
        var iterations = new InlineIterations(run, state, items, stop);
        await iterations.RunAsync(concurrency);
        outer.Stop.ThrowIfCancellationRequested();
        outer.Previous = iterations.Previous;
        if (iterations.Error is not null)
        {
            throw new StateFailedException(iterations.Error);
        }

        outer.RecordAside(HistoryEventType.MapStateSucceeded);
        return Payload.ArrayOf(iterations.Outputs!);
    }
}
