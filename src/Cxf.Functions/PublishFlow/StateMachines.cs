using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Deployment;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;
using AwsStateMachineType = Amazon.StepFunctions.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// The state machines of flows in Step Functions. Every operation can be repeated: it finds what exists and does not create it
/// again.
/// </summary>
public sealed class StateMachines(
    IAmazonStepFunctions stepFunctions,
    StateMachineVersions versions,
    RunningExecutions executions,
    IConfigurationReader store,
    DeploymentSettings settings
)
{
    /// <summary>Whether an ARN still is the version that it was published as, and not a replacement.</summary>
    public async Task<bool> HoldsAsync(string machineVersionArn, FlowVersion version, CancellationToken cancellationToken) =>
        await versions.FindDescriptionAsync(machineVersionArn, cancellationToken) == VersionDescription.Of(version);

    /// <summary>Brings a flow's version to Step Functions and gives back its ARN.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="version">The version.</param>
    /// <param name="compiled">The compiled flow.</param>
    /// <param name="replaceMachine">
    /// Whether a machine of the other type can be replaced: true while the flow was never live, so that an interrupted first
    /// publish does not fix a type that no caller has used.
    /// </param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<string> PublishVersionAsync(
        TenantId tenant,
        FlowVersion version,
        CompiledFlow compiled,
        bool replaceMachine,
        CancellationToken cancellationToken
    )
    {
        var name = StateMachineName.For(settings.Stage, tenant, version.Flow, version.Generation);
        var machineArn = settings.StateMachineArnPrefix + name;
        var type = compiled.Type == StateMachineType.Express ? AwsStateMachineType.EXPRESS : AwsStateMachineType.STANDARD;
        var logging = MachineLogging.For(compiled.Type, settings);
        var machine = await FindAsync(machineArn, cancellationToken);
        if (machine is not null && machine.Type != type && replaceMachine)
        {
            await DeleteAsync(machineArn, cancellationToken);
            machine = null;
        }

        if (machine is null)
        {
            await stepFunctions.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = name,
                    Definition = compiled.Definition,
                    RoleArn = settings.StateMachineRoleArn,
                    Type = type,
                    LoggingConfiguration = logging,
                    TracingConfiguration = new TracingConfiguration { Enabled = true },
                },
                cancellationToken
            );
            return await versions.PublishAsync(machineArn, VersionDescription.InitialRevision, version, cancellationToken);
        }

        var revision = machine.RevisionId;
        if (
            machine.Definition != compiled.Definition
            || machine.RoleArn != settings.StateMachineRoleArn
            || !MachineLogging.IsSame(machine.LoggingConfiguration, logging)
        )
        {
            var updated = await stepFunctions.UpdateStateMachineAsync(
                new UpdateStateMachineRequest
                {
                    StateMachineArn = machineArn,
                    Definition = compiled.Definition,
                    RoleArn = settings.StateMachineRoleArn,
                    LoggingConfiguration = logging,
                    TracingConfiguration = new TracingConfiguration { Enabled = true },
                },
                cancellationToken
            );
            revision = updated.RevisionId;
        }

        return await versions.PublishAsync(
            machineArn,
            revision ?? VersionDescription.InitialRevision,
            version,
            cancellationToken
        );
    }

    /// <summary>The targets of the alias <c>live</c>: weights by version ARN; empty if there is no alias.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FindRoutesAsync(
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var alias = await stepFunctions.DescribeStateMachineAliasAsync(
                new DescribeStateMachineAliasRequest
                {
                    StateMachineAliasArn = await AliasArnAsync(tenant, flow, cancellationToken),
                },
                cancellationToken
            );
            return alias.RoutingConfiguration.ToDictionary(route => route.StateMachineVersionArn, route => route.Weight ?? 0);
        }
        catch (ResourceNotFoundException)
        {
            return new Dictionary<string, int>();
        }
    }

    /// <summary>
    /// Lets the alias <c>live</c> lead to versions, and gives back its ARN. Running executions stay on their version.
    /// </summary>
    public async Task<string> RouteAsync(
        TenantId tenant,
        FlowId flow,
        IReadOnlyList<LiveRoute> routes,
        CancellationToken cancellationToken
    )
    {
        var aliasArn = await AliasArnAsync(tenant, flow, cancellationToken);
        List<RoutingConfigurationListItem> routing =
        [
            .. routes.Select(route => new RoutingConfigurationListItem
            {
                StateMachineVersionArn = route.MachineVersionArn,
                Weight = route.Weight,
            }),
        ];
        if ((await FindRoutesAsync(tenant, flow, cancellationToken)).Count > 0)
        {
            await stepFunctions.UpdateStateMachineAliasAsync(
                new UpdateStateMachineAliasRequest { StateMachineAliasArn = aliasArn, RoutingConfiguration = routing },
                cancellationToken
            );
        }
        else
        {
            await stepFunctions.CreateStateMachineAliasAsync(
                new CreateStateMachineAliasRequest { Name = StateMachineName.LiveAlias, RoutingConfiguration = routing },
                cancellationToken
            );
        }

        return aliasArn;
    }

    /// <summary>Deletes a version that no alias refers to.</summary>
    public Task DeleteVersionAsync(string machineVersionArn, CancellationToken cancellationToken) =>
        versions.DeleteAsync(machineVersionArn, cancellationToken);

    /// <summary>Deletes those versions of a machine that are known by their numbers only.</summary>
    public async Task DeleteVersionsAsync(
        TenantId tenant,
        FlowId flow,
        IReadOnlyCollection<VersionEntry> unfinished,
        CancellationToken cancellationToken
    ) =>
        await versions.DeleteUnfinishedAsync(
            await MachineArnAsync(tenant, flow, cancellationToken),
            unfinished,
            cancellationToken
        );

    /// <summary>Stops the executions of a flow's machine and gives back how many were running.</summary>
    public async Task<int> StopExecutionsAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await executions.StopAsync(await MachineArnAsync(tenant, flow, cancellationToken), cancellationToken);

    /// <summary>
    /// Deletes a flow's machine with its versions and its alias; a missing one is not an error. Running executions end at their
    /// next state.
    /// </summary>
    public async Task DeleteAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        await DeleteAsync(await MachineArnAsync(tenant, flow, cancellationToken), cancellationToken);

    private async Task DeleteAsync(string machineArn, CancellationToken cancellationToken) =>
        await stepFunctions.DeleteStateMachineAsync(
            new DeleteStateMachineRequest { StateMachineArn = machineArn },
            cancellationToken
        );

    private async Task<DescribeStateMachineResponse?> FindAsync(string machineArn, CancellationToken cancellationToken)
    {
        try
        {
            var machine = await stepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = machineArn },
                cancellationToken
            );
            return machine.Status == StateMachineStatus.DELETING
                ? throw new PublishInterruptedException("The flow's state machine is still being deleted. Try again in a minute.")
                : machine;
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    private async Task<string> MachineArnAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        settings.StateMachineArnPrefix
        + StateMachineName.For(settings.Stage, tenant, flow, await store.FindGenerationAsync(tenant, cancellationToken));

    private async Task<string> AliasArnAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        $"{await MachineArnAsync(tenant, flow, cancellationToken)}:{StateMachineName.LiveAlias}";
}
