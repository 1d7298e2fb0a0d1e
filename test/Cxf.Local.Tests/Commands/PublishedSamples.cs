using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>The samples, published to a deployment in a folder, once for a class of tests.</summary>
public sealed class PublishedSamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-published-");
    private readonly Lazy<Task> _publishing;

    public PublishedSamples() => _publishing = new Lazy<Task>(PublishAsync);

    /// <summary>A copy, for a test that changes it.</summary>
    internal PublishedSamples(PublishedSamples original) => _publishing = new Lazy<Task>(() => CopyAsync(original));

    /// <summary>The folder of the deployment.</summary>
    public async Task<string> FolderAsync()
    {
        await _publishing.Value;
        return _folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task CopyAsync(PublishedSamples original)
    {
        var from = await original.FolderAsync();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder.FullName, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task PublishAsync()
    {
        var (code, output, error) = await CxfCommandTests.RunAsync(
            "publish",
            ProjectRoot.Path("src", "Cxf.Local", "Samples"),
            "--set",
            "CrmUrl=https://crm.example.com",
            "--folder",
            _folder.FullName
        );
        Assert.True(code == 0, output + error);
    }
}
