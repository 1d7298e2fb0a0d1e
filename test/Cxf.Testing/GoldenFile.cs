namespace Cxf.Testing;

/// <summary>An expected text kept in a file beside the test; <c>UPDATE_GOLDEN=1</c> rewrites it instead of comparing.</summary>
public static class GoldenFile
{
    /// <summary>Compares <paramref name="actual"/> with the file, or writes the file when asked to.</summary>
    public static void Matches(string path, string actual)
    {
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(
            File.Exists(path),
            $"{path} does not exist; run the tests once with UPDATE_GOLDEN=1 and review what it wrote."
        );
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
