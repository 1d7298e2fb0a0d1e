namespace Cxf.Flows.Compiling;

/// <summary>
/// The version of the compiler's output. Every definition contains it, so a release whose compiler writes other definitions
/// publishes flows again although their documents are unchanged. Raise it with every change of a golden file.
/// </summary>
public static class CompilerVersion
{
    /// <summary>The version of this release.</summary>
    public const int Current = 5;
}
