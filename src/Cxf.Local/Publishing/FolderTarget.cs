using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Serialization;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.Stores;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Cxf.Local.Publishing;

/// <summary>
/// A deployment in a folder of files, with PublishFlow in this process. Step Functions is embedded and starts empty each time, as
/// do Parameter Store and the table of runs: PublishFlow makes there again what the folder says is live.
/// </summary>
internal sealed class FolderTarget : IPublishTarget
{
    private readonly StepFunctionsService _stepFunctions = new(
        new StepFunctionsOptions { Region = LocalAccount.Region, AccountId = LocalAccount.Id }
    );
    private readonly FolderConfigurationStore _store;
    private StepFunctionsEndpoint? _endpoint;
    private TablesEndpoint? _tables;
    private ServiceProvider? _services;

    /// <summary>Opens a deployment.</summary>
    public FolderTarget(string folder)
    {
        Name = $"folder {folder}";
        _store = new FolderConfigurationStore(folder);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public StageName Stage { get; } = StageName.Parse(LocalDeployment.Stage);

    /// <inheritdoc />
    public string? ParameterStoreArguments => null;

    /// <inheritdoc />
    public IConfigurationStore Store => _store;

    /// <inheritdoc />
    public async Task<JsonElement> AskAsync(
        TenantId tenant,
        FlowId? flow,
        JsonObject request,
        CancellationToken cancellationToken
    )
    {
        var number = await _store.PutRequestAsync(tenant, flow, request.ToJsonString(), cancellationToken);
        var received = request.DeepClone().AsObject();
        received["tenantId"] = tenant.Value;
        if (flow is { } one)
        {
            received["flowId"] = one.Value;
        }

        var function = (await ServicesAsync(cancellationToken)).GetRequiredService<PublishFlowFunction>();
        var answer = await function.PublishFlow(FunctionEvent.Read(Encoding.UTF8.GetBytes(received.ToJsonString())));
        await _store.PutOutcomeAsync(tenant, flow, new RequestOutcome(number, answer.GetRawText()), cancellationToken);
        return answer;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_endpoint?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_tables?.DisposeAsync() ?? ValueTask.CompletedTask);
        _stepFunctions.Dispose();
        _store.Dispose();
    }

    // Only requests need them; reading does not.
    private async Task<ServiceProvider> ServicesAsync(CancellationToken cancellationToken)
    {
        if (_services is null)
        {
            _endpoint = await StepFunctionsEndpoint.StartAsync(_stepFunctions, cancellationToken: cancellationToken);
            _tables = await TablesEndpoint.StartAsync(0, cancellationToken);
            _services = new ServiceCollection()
                .AddFunctions(LocalSettings.For(_store))
                .AddSingleton(TimeProvider.System)
                .AddSingleton<IConfigurationStore>(_store)
                .AddSingleton<IAmazonDynamoDB>(_ => LocalClients.DynamoDb(_tables.Address))
                .AddSingleton<IAmazonSimpleSystemsManagement>(_ => LocalClients.ParameterStore(_tables.Address))
                .AddSingleton<IAmazonStepFunctions>(_ => LocalClients.StepFunctions(_endpoint.Uri))
                .BuildServiceProvider();
        }

        return _services;
    }
}
