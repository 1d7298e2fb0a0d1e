namespace Cxf.StatesLanguage.Execution;

/// <summary>The executions of one machine in the order of their starts. Adding and removing take constant time.</summary>
internal sealed class MachineExecutions
{
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

    public bool Contains(ExecutionRun run) => run.InMachine?.List == _inOrder;

    public void Add(ExecutionRun run) => run.InMachine = _inOrder.AddLast(run);

    /// <summary>Removes an execution from its machine, which may be deleted already.</summary>
    public static void Remove(ExecutionRun run) => run.InMachine?.List?.Remove(run.InMachine);
}
