using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Publishers that race on a store of files.</summary>
public sealed class RacingPublishersTests : RacingPublishersContract
{
    protected override ValueTask<IConfigurationStore?> CreateStoreAsync() => ValueTask.FromResult<IConfigurationStore?>(null);
}
