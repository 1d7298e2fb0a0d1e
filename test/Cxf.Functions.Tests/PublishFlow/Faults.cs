using Cxf.Testing;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Ends work before or after one of its calls, as if the function were killed there.</summary>
internal sealed class Faults
{
    /// <summary>
    /// How far apart the points are that a test tries: 7 by default, an odd number, which meets "before" and "after" in turn;
    /// every point with <c>CXF_LONG=1</c>.
    /// </summary>
    public static readonly int Stride = LongRun.Count(7, 1);

    private readonly Lock _gate = new();
    private int? _point;
    private int _passed;
    private string? _stop;

    /// <summary>The calls made since the last start, by name.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether the work was ended.</summary>
    public bool Struck { get; private set; }

    /// <summary>Whether every later call fails too, even inside a catch, as in a process that was killed.</summary>
    public bool EndsAll { get; set; }

    /// <summary>The exception that ends the work; by default, the function is killed.</summary>
    public Func<Exception> Cause { get; set; } = () => new KilledException();

    /// <summary>Ends the following work at a point; null never ends it. Each call has two points: before and after it.</summary>
    public void Start(int? point)
    {
        (_point, _passed, _stop, Struck) = (point, 0, null, false);
        Calls.Clear();
    }

    /// <summary>Work to do at the point instead of ending the work, which then continues. Default: none.</summary>
    public Func<Task>? Interlude { get; set; }

    /// <summary>Runs work that may be killed, as Lambda kills a function.</summary>
    public static async Task RunUntilKilledAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (KilledException)
        {
            // The work ends here.
        }
    }

    /// <summary>Ends the following work before a call of this name.</summary>
    public void StopBefore(string call) => _stop = call;

    public Task BeforeAsync(string call)
    {
        lock (_gate)
        {
            Calls.Add(call);
        }

        return PassAsync(call == _stop);
    }

    public Task AfterAsync() => PassAsync(false);

    private async Task PassAsync(bool stops)
    {
        if (Interlude is { } interlude)
        {
            if (_passed++ == _point)
            {
                // Its own calls have no points.
                (Interlude, Struck) = (null, true);
                _point = null;
                await interlude();
            }
        }
        else if (_passed++ == _point || stops || (Struck && EndsAll))
        {
            Struck = true;
            throw Cause();
        }
    }

    internal sealed class KilledException : Exception;
}
