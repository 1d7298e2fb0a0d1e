using Cxf.Local.Deployment;

namespace Cxf.EndToEnd.Tests;

/// <summary>A copy of the samples with only some of their flows, because it takes time to publish each.</summary>
internal sealed class FewSamples : IDisposable
{
    private readonly WorkingFolder _folder = WorkingFolder.CopyOf(
        System.IO.Path.Combine(AppContext.BaseDirectory, "Samples"),
        new Dictionary<string, string>()
    );

    /// <summary>Makes one.</summary>
    /// <param name="flows">The flows that it has, as tenant/flow.</param>
    public FewSamples(params string[] flows)
    {
        var kept = flows.Select(FileOf).ToHashSet();
        foreach (var folder in Directory.EnumerateDirectories(Path, "flows", SearchOption.AllDirectories))
        {
            Directory.EnumerateFiles(folder).Where(file => !kept.Contains(file)).ToList().ForEach(File.Delete);
        }
    }

    /// <summary>The folder.</summary>
    public string Path => _folder.Path;

    /// <summary>The file of a flow, whether it is there or not.</summary>
    public string FileOf(string flow) =>
        System.IO.Path.Combine(Path, "tenants", flow.Split('/')[0], "flows", flow.Split('/')[1] + ".json");

    public void Dispose() => _folder.Dispose();
}
