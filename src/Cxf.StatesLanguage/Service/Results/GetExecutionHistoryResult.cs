using Cxf.StatesLanguage.History;

namespace Cxf.StatesLanguage.Service;

/// <summary>Answer of GetExecutionHistory.</summary>
/// <param name="Events">The events of the page.</param>
/// <param name="NextToken">The token of the next page.</param>
public sealed record GetExecutionHistoryResult(IReadOnlyList<HistoryEvent> Events, string? NextToken)
{
    /// <summary>Whether the answer shows inputs and outputs.</summary>
    public bool IncludeExecutionData { get; init; } = true;
}
