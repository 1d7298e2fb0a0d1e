namespace Cxf.EndToEnd.Tests;

/// <summary>A copy of the samples with only some of their flows, because it takes time to publish each.</summary>
internal sealed class FewSamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-samples-");

    /// <summary>Makes one.</summary>
    /// <param name="flows">The flows that it has, as tenant/flow.</param>
    public FewSamples(params string[] flows)
    {
        var samples = System.IO.Path.Combine(AppContext.BaseDirectory, "Samples");
        foreach (var file in Directory.EnumerateFiles(samples, "*.json", SearchOption.AllDirectories))
        {
            if (FlowOf(file) is not { } flow || flows.Contains(flow))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(samples, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    /// <summary>The folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>The file of a flow, whether it is there or not.</summary>
    public string FileOf(string flow) =>
        System.IO.Path.Combine(Path, "tenants", flow.Split('/')[0], "flows", flow.Split('/')[1] + ".json");

    public void Dispose() => _folder.Delete(recursive: true);

    private static string? FlowOf(string file) =>
        file.Split(System.IO.Path.DirectorySeparatorChar) is [.., var tenant, "flows", var name]
            ? $"{tenant}/{System.IO.Path.GetFileNameWithoutExtension(name)}"
            : null;
}
