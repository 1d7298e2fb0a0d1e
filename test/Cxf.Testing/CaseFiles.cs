namespace Cxf.Testing;

/// <summary>
/// Inputs that failed once, kept outside of the project: the folder named by <c>CXF_CASES</c> holds them, by default
/// <c>../shared/cases</c> beside the checkout.
/// </summary>
public static class CaseFiles
{
    /// <summary>A case file, or a skip that says where it was looked for.</summary>
    public static string Path(string folder, string file)
    {
        var root = Environment.GetEnvironmentVariable("CXF_CASES");
        var path = System.IO.Path.Combine(
            string.IsNullOrEmpty(root) ? ProjectRoot.Path("..", "shared", "cases") : root,
            folder,
            file
        );
        Assert.SkipUnless(File.Exists(path), $"The case {folder}/{file} is not here: set CXF_CASES to the folder that holds it.");
        return path;
    }
}
