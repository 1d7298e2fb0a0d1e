namespace Cxf.Local.Tests.Publishing;

/// <summary>Ends the work at one of its calls, before the call or after it, as a function that is killed there.</summary>
internal sealed class Faults
{
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

    /// <summary>Ends what follows before a call of this name.</summary>
    public void StopBefore(string call) => _stop = call;

    public void Before(string call)
    {
        Calls.Add(call);
        Pass(call == _stop);
    }

    public void After() => Pass(false);

    private void Pass(bool stops)
    {
        if (_passed++ == _point || stops || (Struck && EndsAll))
        {
            Struck = true;
            throw Cause();
        }
    }

    internal sealed class KilledException : Exception;
}
