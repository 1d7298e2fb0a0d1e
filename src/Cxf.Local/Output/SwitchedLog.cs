namespace Cxf.Local.Output;

/// <summary>Lines of a log that are printed while it is switched on, one at a time, whichever thread they come from.</summary>
internal sealed class SwitchedLog(Action<string> print)
{
    private readonly Lock _turn = new();
    private volatile bool _isOn;

    /// <summary>Whether lines are printed. Default: no.</summary>
    public bool IsOn
    {
        get => _isOn;
        set => _isOn = value;
    }

    /// <summary>Takes a line.</summary>
    public void Write(string line)
    {
        if (_isOn)
        {
            lock (_turn)
            {
                print(line);
            }
        }
    }
}
