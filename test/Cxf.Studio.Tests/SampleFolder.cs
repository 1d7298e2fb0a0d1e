using Cxf.Local.Deployment;
using Cxf.Local.Publishing;

namespace Cxf.Studio.Tests;

/// <summary>A copy of the samples that a test may change.</summary>
internal static class SampleFolder
{
    /// <summary>A deployment that does not run, whatever runs on this machine: nobody listens on port 1.</summary>
    public static StageAddress NotStarted { get; } =
        StageAddress.Local(new Uri("http://127.0.0.1:1/"), new Uri("http://127.0.0.1:1/"));

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
