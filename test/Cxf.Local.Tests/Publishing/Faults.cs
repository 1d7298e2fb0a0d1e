namespace Cxf.Local.Tests.Publishing;

/// <summary>Ends the work at one of its calls, before the call or after it, as a function that is killed there.</summary>
internal sealed class Faults
{
    private int? _point;
    private int _passed;

    /// <summary>The calls made since the last start, by name.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether the work was ended.</summary>
    public bool Struck { get; private set; }

    /// <summary>What ends the work; by default as if the function were killed.</summary>
    public Func<Exception> Cause { get; set; } = () => new KilledException();

    /// <summary>Ends what follows at a point; null lets it be. Each call has two: before it, and when it was carried out.</summary>
    public void Start(int? point)
    {
        (_point, _passed, Struck) = (point, 0, false);
        Calls.Clear();
    }

    public void Before(string call)
    {
        Calls.Add(call);
        Pass();
    }

    public void After() => Pass();

    private void Pass()
    {
        if (_passed++ == _point)
        {
            Struck = true;
            throw Cause();
        }
    }

    internal sealed class KilledException : Exception;
}
