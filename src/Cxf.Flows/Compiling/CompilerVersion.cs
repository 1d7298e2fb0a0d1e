namespace Cxf.Flows.Compiling;

/// <summary>
/// The version of what the compiler writes. It stands in every definition, and so in what two versions of a flow are compared
/// by: a release that compiles flows to something else publishes them anew. Raise it with every change of a golden file.
/// </summary>
public static class CompilerVersion
{
    /// <summary>The version of this release.</summary>
    public const int Current = 4;
}
