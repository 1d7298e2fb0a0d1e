namespace Cxf.SampleFunction;

/// <summary>Counts the calls of one process.</summary>
public sealed class CallCount
{
    private int _calls;

    /// <summary>One more.</summary>
    public int Next() => Interlocked.Increment(ref _calls);
}
