using Cxf.Local.Deployment;

namespace Cxf.Studio.Tests;

/// <summary>A copy of the samples that a test may change.</summary>
internal static class SampleFolder
{
    public static DirectoryInfo Copy()
    {
        var samples = new LocalDeploymentOptions().ConfigurationFolder;
        var copy = Directory.CreateTempSubdirectory("cxf-studio-");
        foreach (var file in Directory.EnumerateFiles(samples, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
