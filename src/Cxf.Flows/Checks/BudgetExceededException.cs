using Cxf.Jsonata;

namespace Cxf.Flows.Checks;

/// <summary>A document needs more than its budget; whoever reads, checks or tests it makes a diagnostic of this.</summary>
internal sealed class BudgetExceededException(WorkLimit limit) : Exception
{
    /// <summary>What there was not enough of.</summary>
    public WorkLimit Limit { get; } = limit;
}
