namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// Where a function's process ends: at one of the points where it waits for something outside, counted over all its tries. Each
/// call has a point before it leaves, one while it is under way and one when it was answered and nobody is there to hear it.
/// </summary>
internal sealed class CrashPlan(params IEnumerable<int> points)
{
    private readonly HashSet<int> _points = [.. points];

    /// <summary>The points passed so far.</summary>
    public int Passed { get; private set; }

    /// <summary>A call of something outside.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Point();
        var answer = call();
        Point();
        var heard = await answer;
        Point();
        return heard;
    }

    private void Point()
    {
        if (_points.Contains(Passed++))
        {
            throw new CrashException();
        }
    }
}
