namespace Cxf.SampleFunction;

/// <summary>A service of one invocation: it says how often it was used, which must be once.</summary>
public sealed class Greeting
{
    private int _used;

    /// <summary>The greeting.</summary>
    public string For(string name) => $"Hello, {name}! ({++_used})";
}
