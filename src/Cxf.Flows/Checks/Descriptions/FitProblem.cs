namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Where a value does not fit what a description says of it.</summary>
/// <param name="Pointer">The location in the document.</param>
/// <param name="IsName">Whether a name is wrong or missing, and not the value.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record FitProblem(string Pointer, bool IsName, string Message, string Fix)
{
    /// <summary>Whether the value is only not documented: the API may take it all the same.</summary>
    public bool IsUndocumented { get; init; }
}
