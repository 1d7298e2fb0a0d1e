namespace Cxf.Local.Tests.Publishing;

/// <summary>Ends the work at one of its calls, before the call or after it, as a function that is killed there.</summary>
internal sealed class Faults
{
    private readonly Lock _gate = new();
    private int? _point;
    private int _passed;
    private string? _stop;

    /// <summary>The calls made since the last start, by name.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether the work was ended.</summary>
    public bool Struck { get; private set; }

    /// <summary>Whether nothing is carried out any more from there on, not even what a catch would do; a process that is killed is so.</summary>
    public bool EndsAll { get; set; }

    /// <summary>What ends the work; by default as if the function were killed.</summary>
    public Func<Exception> Cause { get; set; } = () => new KilledException();

    /// <summary>Ends what follows at a point; null lets it be. Each call has two: before it, and when it was carried out.</summary>
    public void Start(int? point)
    {
        (_point, _passed, _stop, Struck) = (point, 0, null, false);
        Calls.Clear();
    }

    /// <summary>What is done at the point instead of ending the work, which goes on afterwards; by default nothing.</summary>
    public Func<Task>? Interlude { get; set; }

    /// <summary>Ends what follows before a call of this name.</summary>
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
                // What it calls itself has no points.
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
