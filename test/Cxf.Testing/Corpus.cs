namespace Cxf.Testing;

/// <summary>
/// Test data of others (JSONata's own suite, results recorded on AWS). It is not part of the project:
/// the folder named by <c>CXF_CORPUS</c> holds it, by default <c>../shared/corpus</c> beside the checkout.
/// </summary>
public static class Corpus
{
    /// <summary>The folder of one corpus, or a skip that says where it was looked for.</summary>
    public static string Folder(string name)
    {
        var folder = Locate(name);
        Assert.SkipWhen(folder is null, $"The corpus '{name}' is not here: set CXF_CORPUS to the folder that holds it.");
        return folder!;
    }

    /// <summary>The folder of one corpus, or null where it is absent; for theory data, which cannot skip.</summary>
    public static string? Locate(string name)
    {
        var root = Environment.GetEnvironmentVariable("CXF_CORPUS");
        var folder = Path.Combine(string.IsNullOrEmpty(root) ? ProjectRoot.Path("..", "shared", "corpus") : root, name);
        return Directory.Exists(folder) ? folder : null;
    }
}
