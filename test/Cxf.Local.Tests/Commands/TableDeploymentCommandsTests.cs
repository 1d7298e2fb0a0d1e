using Amazon.DynamoDBv2;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Functions.Tests.PublishFlow;
using Cxf.Functions.Tests.Stores;

namespace Cxf.Local.Tests.Commands;

/// <summary>
/// The commands on a deployment's table in a DynamoDB server: they write requests, and PublishFlow behind the table's stream
/// carries them out.
/// </summary>
public sealed class TableDeploymentCommandsTests(DynaliteTables server) : DeploymentCommandsContract
{
    private readonly CancellationTokenSource _stop = new();
    private PublishingScene? _scene;
    private Task _stream = Task.CompletedTask;
    private string _table = "";
    private string _endpoint = "";

    internal override IConfigurationStore Store => _scene!.Store;

    protected override IReadOnlyList<string> Target => ["--table", _table, "--endpoint", _endpoint];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (var client, _table) = await server.CreateTableAsync();
        _endpoint = client.Config.ServiceURL;
        _scene = await PublishingScene.StartAsync(new DynamoDbConfigurationStore(client, _table));
        _stream = DeliverAsync(client);
    }

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _stream;
        await (_scene?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stop.Dispose();
        await base.DisposeAsync();
    }

    // As Lambda asks a stream: again and again, with time for others in between.
    private async Task DeliverAsync(IAmazonDynamoDB client)
    {
        var stream = new TableStream(client, _table, _scene!.Function);
        using var next = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var stop = _stop.Token.UnsafeRegister(static timer => ((PeriodicTimer)timer!).Dispose(), next);
        while (await next.WaitForNextTickAsync(CancellationToken.None))
        {
            await stream.DeliverAsync();
        }
    }
}
