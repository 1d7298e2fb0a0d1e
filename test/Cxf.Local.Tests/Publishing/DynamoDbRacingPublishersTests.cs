using Cxf.Functions.Stores;
using Cxf.Local.Tests.Stores;

namespace Cxf.Local.Tests.Publishing;

/// <summary>Publishers that race on a DynamoDB server process, with requests that are truly under way at once.</summary>
public sealed class DynamoDbRacingPublishersTests(DynaliteTables tables) : RacingPublishersContract, IClassFixture<DynaliteTables>
{
    protected override async ValueTask<IConfigurationStore?> CreateStoreAsync() => await tables.CreateStoreAsync();
}
