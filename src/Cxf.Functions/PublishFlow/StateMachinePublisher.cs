using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Compiling;
using Cxf.Functions.Deployment;
using Cxf.Functions.Runs;
using AwsStateMachineType = Amazon.StepFunctions.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Functions.PublishFlow;

/// <summary>Brings a compiled flow to Step Functions: creates or updates its machine, publishes a version, moves alias <c>live</c> to it.</summary>
public sealed class StateMachinePublisher(IAmazonStepFunctions stepFunctions, DeploymentSettings settings)
{
    /// <summary>Publishes and gives back the alias's ARN. Doing it again with the same flow changes nothing.</summary>
    public async Task<string> PublishAsync(string name, CompiledFlow flow, int version, CancellationToken cancellationToken)
    {
        var machineArn = settings.StateMachineArnPrefix + name;
        var versionArn = await ExistsAsync(machineArn, cancellationToken)
            ? await UpdateAsync(machineArn, flow, version, cancellationToken)
            : await CreateAsync(name, flow, version, cancellationToken);
        return await MoveAliasAsync($"{machineArn}:{StateMachineName.LiveAlias}", versionArn, cancellationToken);
    }

    private async Task<bool> ExistsAsync(string machineArn, CancellationToken cancellationToken)
    {
        try
        {
            await stepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = machineArn, IncludedData = IncludedData.METADATA_ONLY }, cancellationToken);
            return true;
        }
        catch (StateMachineDoesNotExistException)
        {
            return false;
        }
    }

    private async Task<string> CreateAsync(string name, CompiledFlow flow, int version, CancellationToken cancellationToken) =>
        (await stepFunctions.CreateStateMachineAsync(
            new CreateStateMachineRequest
            {
                Name = name,
                Definition = flow.Definition,
                RoleArn = settings.StateMachineRoleArn,
                Type = flow.Type == StateMachineType.Express ? AwsStateMachineType.EXPRESS : AwsStateMachineType.STANDARD,
                LoggingConfiguration = Logging(),
                TracingConfiguration = new TracingConfiguration { Enabled = true },
                Publish = true,
                VersionDescription = Describe(version),
            },
            cancellationToken)).StateMachineVersionArn;

    private async Task<string> UpdateAsync(string machineArn, CompiledFlow flow, int version, CancellationToken cancellationToken) =>
        (await stepFunctions.UpdateStateMachineAsync(
            new UpdateStateMachineRequest
            {
                StateMachineArn = machineArn,
                Definition = flow.Definition,
                RoleArn = settings.StateMachineRoleArn,
                LoggingConfiguration = Logging(),
                TracingConfiguration = new TracingConfiguration { Enabled = true },
                Publish = true,
                VersionDescription = Describe(version),
            },
            cancellationToken)).StateMachineVersionArn;

    private async Task<string> MoveAliasAsync(string aliasArn, string versionArn, CancellationToken cancellationToken)
    {
        List<RoutingConfigurationListItem> routing = [new() { StateMachineVersionArn = versionArn, Weight = 100 }];
        try
        {
            await stepFunctions.UpdateStateMachineAliasAsync(
                new UpdateStateMachineAliasRequest { StateMachineAliasArn = aliasArn, RoutingConfiguration = routing }, cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            await stepFunctions.CreateStateMachineAliasAsync(
                new CreateStateMachineAliasRequest { Name = StateMachineName.LiveAlias, RoutingConfiguration = routing }, cancellationToken);
        }

        return aliasArn;
    }

    // Every event, so that the console shows which steps an EXPRESS execution took; no data, because it is the callers'.
    private LoggingConfiguration? Logging() => settings.FlowLogGroupArn.Length == 0 ? null : new LoggingConfiguration
    {
        Level = LogLevel.ALL,
        IncludeExecutionData = false,
        Destinations = [new LogDestination { CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = settings.FlowLogGroupArn } }],
    };

    private static string Describe(int version) => $"CXF version {version}";
}
