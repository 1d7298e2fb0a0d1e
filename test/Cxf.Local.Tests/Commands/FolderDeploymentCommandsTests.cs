using Cxf.Functions.Stores;
using Cxf.Local.Stores;

namespace Cxf.Local.Tests.Commands;

/// <summary>The commands on a deployment in a folder of files.</summary>
public sealed class FolderDeploymentCommandsTests : DeploymentCommandsContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-deployment-");
    private readonly FolderConfigurationStore _store;

    public FolderDeploymentCommandsTests() => _store = new FolderConfigurationStore(_folder.FullName);

    internal override IConfigurationStore Store => _store;

    protected override string[] Target => ["--folder", _folder.FullName];

    public override ValueTask DisposeAsync()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }
}
