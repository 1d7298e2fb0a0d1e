using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Runs its branches at once on the same input.</summary>
internal sealed class ParallelState(string name, StateDataFlow flow, IReadOnlyList<StateGraph> branches)
    : RetryableState(name, StateType.Parallel, flow)
{
    public IReadOnlyList<StateGraph> Branches { get; } = branches;

    public override void Link(IReadOnlyDictionary<string, State> states, List<State> all)
    {
        base.Link(states, all);
        foreach (var branch in Branches)
        {
            branch.Link(all);
        }
    }
}

/// <summary>Runs its processor once for each item.</summary>
internal sealed class MapState(string name, StateDataFlow flow, StateGraph processor) : RetryableState(name, StateType.Map, flow)
{
    public StateGraph Processor { get; } = processor;

    /// <summary>Mode DISTRIBUTED: items run as child executions, here inside the same engine.</summary>
    public bool Distributed { get; init; }

    public string? Label { get; init; }

    public required IItemSource Items { get; init; }

    /// <summary>ItemSelector (or Parameters of older machines): the input of each iteration in place of the item.</summary>
    public IDataTemplate? ItemSelector { get; init; }

    public ItemBatcher? ItemBatcher { get; init; }

    public bool HasItemReader { get; init; }

    public bool HasResultWriter { get; init; }

    /// <summary>ItemReader or ResultWriter, where the state has one: they need S3, which this engine does not have.</summary>
    public string? NeedsS3 =>
        HasItemReader ? "ItemReader"
        : HasResultWriter ? "ResultWriter"
        : null;

    public NumberField? MaxConcurrency { get; init; }

    public NumberField? ToleratedFailureCount { get; init; }

    public NumberField? ToleratedFailurePercentage { get; init; }

    public override void Link(IReadOnlyDictionary<string, State> states, List<State> all)
    {
        base.Link(states, all);
        Processor.Link(all);
    }
}

/// <summary>Groups a Map's items into batches, limited by items or bytes, with an input common to all batches.</summary>
internal sealed record ItemBatcher(NumberField? MaxItemsPerBatch, NumberField? MaxInputBytesPerBatch, IDataTemplate? BatchInput);
