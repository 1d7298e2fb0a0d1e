namespace Cxf.Jsonata.Limits;

/// <summary>Errors for exceeded limits. The code is that of the reference's own guard.</summary>
internal static class LimitErrors
{
    /// <summary>The code of every limit.</summary>
    public const string Code = "U1001";

    public static JsonataException TooDeep() =>
        new(Code, "Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive.");

    public static JsonataException TooSlow() => new(Code, "Expression evaluation timeout: Check for infinite loop");

    public static JsonataException TooManyParents(int most) =>
        new(Code, $"The expression has more than {most} parent operators (%)");

    public static JsonataException OverBudget() => new(Code, "The evaluations together did more work than they may");

    public static JsonataException TooMuchMemory(long bytes) =>
        new(Code, $"Expression evaluation allocates more than {bytes} bytes: Check for values that grow without bound");

    public static JsonataException StringTooLong(int length) =>
        new(Code, $"Expression evaluation makes a string of more than {length} characters");

    public static JsonataException SequenceTooLong(int length) =>
        new(Code, $"Expression evaluation makes a sequence of more than {length} values");

    public static JsonataException RegexTooSlow() =>
        new(Code, "Regular expression timeout: Check for patterns that backtrack without bound");
}
