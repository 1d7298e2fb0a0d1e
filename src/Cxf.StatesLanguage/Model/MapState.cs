using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Runs its processor once for each item.</summary>
internal sealed class MapState(string name, StateDataFlow flow, StateGraph processor) : RetryableState(name, StateType.Map, flow)
{
    public StateGraph Processor { get; } = processor;

    /// <summary>Mode DISTRIBUTED: items run as child executions, here inside the same engine.</summary>
    public bool Distributed { get; init; }

    public string? Label { get; init; }

    public required IItemSource Items { get; init; }

    /// <summary>ItemSelector (or Parameters of older machines): what each iteration gets instead of the bare item.</summary>
    public IDataTemplate? ItemSelector { get; init; }

    public ItemBatcher? ItemBatcher { get; init; }

    /// <summary>ItemReader or ResultWriter, where the state has one: they need S3, which this engine does not have.</summary>
    public string? NeedsS3 { get; init; }

    public NumberField? MaxConcurrency { get; init; }

    public NumberField? ToleratedFailureCount { get; init; }

    public NumberField? ToleratedFailurePercentage { get; init; }
}
