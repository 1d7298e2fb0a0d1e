using System.Diagnostics.CodeAnalysis;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// The executions of all machines by ARN. Adding and removing take constant time, however many are kept; the order is made when
/// it is asked for, which is seldom. An execution that can no longer change is kept as bytes and read when it is asked for.
/// </summary>
internal sealed class ExecutionList(Engine engine)
{
    private readonly Dictionary<string, ExecutionRun> _byArn = new(StringComparer.Ordinal);
    private readonly PackedExecutions _packed = new(engine);

    /// <summary>The executions in the order of their starts, oldest first.</summary>
    public IEnumerable<ExecutionRun> OldestFirst =>
        Places(null).OrderBy(static place => place.Number).Select(place => place.Run ?? _packed.Read(place.Packed));

    /// <summary>The executions that are not packed: those that run, that can be redriven or that have map runs.</summary>
    public IEnumerable<ExecutionRun> Unpacked => _byArn.Values;

    /// <summary>The executions of a machine in the order of their starts, newest first.</summary>
    public IEnumerable<ExecutionRun> NewestFirst(long machineNumber) =>
        Places(machineNumber)
            .OrderByDescending(static place => place.Number)
            .Select(place => place.Run ?? _packed.Read(place.Packed));

    public bool TryGet(string arn, [NotNullWhen(true)] out ExecutionRun? run)
    {
        if (_byArn.TryGetValue(arn, out run))
        {
            return true;
        }

        run = _packed.TryFind(arn, out var place) ? _packed.Read(place) : null;
        return run is not null;
    }

    /// <summary>Adds an execution whose ARN no other one has.</summary>
    public void Add(ExecutionRun run) => _byArn.Add(run.Arn, run);

    /// <summary>Gives the ARN of an execution to a later one.</summary>
    public void Replace(ExecutionRun earlier)
    {
        _byArn.Remove(earlier.Arn);
        if (_packed.TryFind(earlier.Arn, out var place))
        {
            _packed.Hide(place);
        }
    }

    /// <summary>Keeps an execution as bytes from now on; its place, or null if its ARN belongs to a later one.</summary>
    public PackPlace? Pack(ExecutionRun run, PackWriter body) => TryRemove(run) ? _packed.Add(run, body) : null;

    /// <summary>Removes an execution unless its ARN belongs to a later one.</summary>
    public void Remove(ExecutionRun run) => TryRemove(run);

    /// <summary>Removes a packed execution.</summary>
    public void Remove(PackPlace place) => _packed.Remove(place);

    private bool TryRemove(ExecutionRun run)
    {
        if (!_byArn.Remove(run.Arn, out var known))
        {
            return false;
        }

        if (ReferenceEquals(known, run))
        {
            return true;
        }

        _byArn.Add(run.Arn, known);
        return false;
    }

    private IEnumerable<(long Number, ExecutionRun? Run, PackPlace Packed)> Places(long? machineNumber) =>
        _byArn
            .Values.Where(run => machineNumber is null || run.MachineNumber == machineNumber)
            .Select(static run => (run.Number, (ExecutionRun?)run, default(PackPlace)))
            .Concat(
                _packed
                    .Places.Select(place => (Header: _packed.HeaderOf(place), Place: place))
                    .Where(packed => machineNumber is null || packed.Header.MachineNumber == machineNumber)
                    .Select(static packed => (packed.Header.Number, (ExecutionRun?)null, packed.Place))
            );
}
