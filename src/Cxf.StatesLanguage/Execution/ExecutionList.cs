using System.Diagnostics.CodeAnalysis;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// The executions of all machines by ARN. Adding and removing take constant time, however many are kept; the order is made when
/// it is asked for, which is seldom.
/// </summary>
internal sealed class ExecutionList
{
    private readonly Dictionary<string, ExecutionRun> _byArn = new(StringComparer.Ordinal);

    /// <summary>The executions in the order of their starts, oldest first.</summary>
    public IEnumerable<ExecutionRun> OldestFirst => _byArn.Values.OrderBy(static run => run.Number);

    public bool TryGet(string arn, [NotNullWhen(true)] out ExecutionRun? run) => _byArn.TryGetValue(arn, out run);

    /// <summary>Adds an execution in place of an earlier one with the same ARN.</summary>
    public void Add(string arn, ExecutionRun run) => _byArn[arn] = run;

    /// <summary>Removes an execution unless its ARN belongs to a later one.</summary>
    public void Remove(string arn, ExecutionRun run)
    {
        if (_byArn.Remove(arn, out var known) && !ReferenceEquals(known, run))
        {
            _byArn.Add(arn, known);
        }
    }
}
