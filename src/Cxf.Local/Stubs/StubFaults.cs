using Cxf.Flows.ApiDescriptions;

namespace Cxf.Local.Stubs;

/// <summary>
/// Which request has which fault: the first in order that is not used up, those of the operation before those of its connection.
/// </summary>
internal sealed class StubFaults(IReadOnlyList<StubFault> faults)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StubFault, int> _used = new(ReferenceEqualityComparer.Instance);

    /// <summary>The faults that no request had.</summary>
    public IReadOnlyList<StubFault> Unused
    {
        get
        {
            lock (_lock)
            {
                return [.. faults.Where(fault => !_used.ContainsKey(fault))];
            }
        }
    }

    /// <summary>The fault of the next request; null for a right answer.</summary>
    public StubFault? Next(string connection, ApiDescription description, ApiOperation? operation)
    {
        lock (_lock)
        {
            var fault = faults
                .Where(one =>
                    one.Connection == connection
                    && (one.Operation is null || (operation is not null && description.Find(one.Operation) == operation))
                )
                .OrderBy(one => one.Operation is null)
                .FirstOrDefault(one => one.Times is not { } times || _used.GetValueOrDefault(one) < times);
            if (fault is not null)
            {
                _used[fault] = _used.GetValueOrDefault(fault) + 1;
            }

            return fault;
        }
    }
}
