using Cxf.Functions.Stores;

namespace Cxf.Local.Tests.Publishing;

/// <summary>Publishers that race on a store of files.</summary>
public sealed class RacingPublishersTests : RacingPublishersContract
{
    protected override ValueTask<IConfigurationStore?> CreateStoreAsync() => ValueTask.FromResult<IConfigurationStore?>(null);
}
