using Cxf.Functions.Stores;
using Cxf.Functions.Tests.Stores;

namespace Cxf.Functions.Tests.PublishFlow;

/// <summary>Publishers that race on a DynamoDB server process, with requests that are truly under way at once.</summary>
public sealed class DynamoDbRacingPublishersTests(DynaliteTables tables) : RacingPublishersContract
{
    protected override async ValueTask<IConfigurationStore?> CreateStoreAsync() => await tables.CreateStoreAsync();
}
