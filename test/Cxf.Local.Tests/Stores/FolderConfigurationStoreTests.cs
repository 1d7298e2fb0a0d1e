using Cxf.Functions.Stores;
using Cxf.Functions.Tests.Stores;
using Cxf.Local.Stores;

namespace Cxf.Local.Tests.Stores;

public sealed class FolderConfigurationStoreTests : ConfigurationStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-store-");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override ValueTask<IConfigurationStore> CreateAsync() => new(new FolderConfigurationStore(_folder.FullName));
}
