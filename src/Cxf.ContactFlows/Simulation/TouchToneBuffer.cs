namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// Keys that the caller pressed before they were asked for. A question takes them in their order instead of asking.
/// adminguide/set-touchtone-buffer-behavior.html, adminguide/touchtone-buffering.html
/// </summary>
internal sealed class TouchToneBuffer
{
    private const int MaxKeys = 30;

    private readonly Queue<char> _keys = [];

    /// <summary>Whether keys are kept. Default: no, they are lost.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether keys wait for a question.</summary>
    public bool HasKeys => _keys.Count > 0;

    /// <summary>Starts to keep keys.</summary>
    public void Start() => IsOn = true;

    /// <summary>Stops to keep keys and forgets those that wait.</summary>
    /// <returns>The keys that waited.</returns>
    public string Stop()
    {
        IsOn = false;
        return TakeAll();
    }

    /// <summary>Forgets the keys that wait.</summary>
    public void Clear() => _keys.Clear();

    /// <summary>Keeps keys that no question has taken; those beyond the limit are lost.</summary>
    public void Keep(ReadOnlySpan<char> keys)
    {
        foreach (var key in keys)
        {
            if (IsOn && _keys.Count < MaxKeys)
            {
                _keys.Enqueue(key);
            }
        }
    }

    /// <summary>All keys that wait; the caller gives back what is left.</summary>
    public string TakeAll()
    {
        var keys = string.Concat(_keys);
        _keys.Clear();
        return keys;
    }
}
