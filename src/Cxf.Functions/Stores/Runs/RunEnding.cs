namespace Cxf.Functions.Stores.Runs;

/// <summary>How a run ended.</summary>
public abstract record RunEnding
{
    private RunEnding() { }

    /// <summary>It gave its answer.</summary>
    /// <param name="Output">The JSON text of <c>{"message": …, "outputs": {…}}</c>.</param>
    public sealed record Succeeded(string Output) : RunEnding;

    /// <summary>It failed.</summary>
    /// <param name="Error">The error: an error code of CXF or an error name of AWS.</param>
    /// <param name="Cause">The cause; empty if there is none.</param>
    public sealed record Failed(string Error, string Cause) : RunEnding;
}
