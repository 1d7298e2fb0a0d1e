namespace Cxf.Functions.Stores.Runs;

/// <summary>How a run ended.</summary>
public abstract record RunEnding
{
    private RunEnding() { }

    /// <summary>It gave its answer.</summary>
    /// <param name="Output">The JSON text of <c>{"message": …, "outputs": {…}}</c>.</param>
    public sealed record Succeeded(string Output) : RunEnding;

    /// <summary>It failed.</summary>
    /// <param name="Error">The error, one of our words or AWS's own.</param>
    /// <param name="Cause">The cause; empty when there is none.</param>
    public sealed record Failed(string Error, string Cause) : RunEnding;
}
