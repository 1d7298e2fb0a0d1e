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
        var path = Under(folder, file);
        Assert.SkipUnless(File.Exists(path), $"The case {folder}/{file} is not here: set CXF_CASES to the folder that holds it.");
        return path;
    }

    /// <summary>A folder of cases, or a skip that says where it was looked for.</summary>
    public static string Folder(string folder, string name)
    {
        var path = Under(folder, name);
        Assert.SkipUnless(
            Directory.Exists(path),
            $"The case {folder}/{name} is not here: set CXF_CASES to the folder that holds it."
        );
        return path;
    }

    private static string Under(string folder, string name)
    {
        var root = Environment.GetEnvironmentVariable("CXF_CASES");
        return System.IO.Path.Combine(
            string.IsNullOrEmpty(root) ? ProjectRoot.Path("..", "shared", "cases") : root,
            folder,
            name
        );
    }
}
