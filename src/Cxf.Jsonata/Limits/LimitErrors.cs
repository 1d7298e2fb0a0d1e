namespace Cxf.Jsonata.Limits;

/// <summary>Errors for exceeded limits, in the words of AWS. The code is that of the reference's own guard.</summary>
internal static class LimitErrors
{
    /// <summary>The code of every limit.</summary>
    public const string Code = "U1001";

    public static JsonataException TooDeep() =>
        new(Code, "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive");

    public static JsonataException TooSlow() => new(Code, "Expression evaluation timeout: Check for infinite loop");

    public static JsonataException TooManyParents(int most) =>
        new(Code, $"The expression has more than {most} parent operators (%)");

    public static JsonataException OverBudget() => new(Code, "The evaluations together did more work than they may");

    /// <summary>A string, a sequence, or everything that was allocated is too large.</summary>
    public static JsonataException TooMuchMemory() =>
        new(Code, "Expression evaluation memory limit exceeded: Check for excessive memory usage");

    public static JsonataException RegexTooSlow() =>
        new(Code, "Regular expression timeout: Check for patterns that backtrack without bound");
}
