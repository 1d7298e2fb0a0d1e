using System.Collections.Concurrent;

namespace Cxf.EndToEnd.Tests;

/// <summary>What processes write, line by line. Lines arrive behind the answers, so tests wait for them.</summary>
internal sealed class ProcessLog
{
    // Only a failure waits that long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<string> _lines = new();
    private TaskCompletionSource _next = NewSignal();

    public IEnumerable<string> Lines => _lines;

    public void Add(string line)
    {
        _lines.Enqueue(line);
        Interlocked.Exchange(ref _next, NewSignal()).SetResult();
    }

    /// <summary>Waits until a line is there.</summary>
    public Task SeeAsync(Predicate<string> line) => UntilAsync(() => Task.FromResult(_lines.Any(one => line(one))));

    /// <summary>
    /// Waits until something is so that a process tells of in its log after it did it: looks again after every line.
    /// </summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (await isSo())
            {
                return;
            }

            try
            {
                await next.WaitAsync(Patience, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail("It does not come:\n" + this);
            }
        }
    }

    public override string ToString() => string.Join('\n', _lines);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
