namespace Cxf.Flows.Tests.Timing;

/// <summary>Waits under virtual time, and when the next of them ends.</summary>
internal sealed class VirtualDelays(TimeProvider time)
{
    private readonly List<DateTimeOffset> _due = [];

    public DateTimeOffset? NextDue => _due.Count == 0 ? null : _due.Min();

    public async Task After(double seconds, CancellationToken cancellationToken)
    {
        var due = time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        _due.Add(due);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
        }
        finally
        {
            _due.Remove(due);
        }
    }
}
