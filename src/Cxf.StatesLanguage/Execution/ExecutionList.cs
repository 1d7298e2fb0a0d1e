using System.Diagnostics.CodeAnalysis;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Executions by key in the order of their starts. Adding and removing take constant time, however many are kept.
/// </summary>
internal sealed class ExecutionList
{
    private readonly Dictionary<string, LinkedListNode<ExecutionRun>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<ExecutionRun> _inOrder = new();

    /// <summary>The executions, oldest first.</summary>
    public IEnumerable<ExecutionRun> OldestFirst => _inOrder;

    /// <summary>The executions, newest first.</summary>
    public IEnumerable<ExecutionRun> NewestFirst
    {
        get
        {
            for (var node = _inOrder.Last; node is not null; node = node.Previous)
            {
                yield return node.Value;
            }
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out ExecutionRun? run)
    {
        run = _byKey.TryGetValue(key, out var node) ? node.Value : null;
        return run is not null;
    }

    /// <summary>Adds an execution in place of an earlier one with the same key.</summary>
    public void Add(string key, ExecutionRun run)
    {
        Remove(key);
        _byKey.Add(key, _inOrder.AddLast(run));
    }

    public void Remove(string key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _inOrder.Remove(node);
        }
    }

    /// <summary>Removes an execution unless its key belongs to a later one.</summary>
    public void Remove(string key, ExecutionRun run)
    {
        if (TryGet(key, out var known) && ReferenceEquals(known, run))
        {
            Remove(key);
        }
    }
}
