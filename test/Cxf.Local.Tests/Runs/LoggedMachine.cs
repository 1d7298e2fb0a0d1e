using Cxf.Flows.Compiling;
using Cxf.Local.Deployment;

namespace Cxf.Local.Tests.Runs;

/// <summary>A state machine with the alias <c>live</c> and a log, as PublishFlow creates it.</summary>
/// <param name="Arn">The machine's ARN.</param>
/// <param name="VersionArn">The ARN of its version.</param>
internal sealed record LoggedMachine(string Arn, string VersionArn)
{
    public const string Group = "/aws/vendedlogs/states/cxf-local";

    public static async Task<LoggedMachine> CreateAsync(
        Uri endpoint,
        string name,
        string definition,
        StateMachineType type,
        string level,
        bool includesData
    )
    {
        using var stepFunctions = LocalClients.StepFunctions(endpoint);
        var created = await stepFunctions.CreateStateMachineAsync(
            new()
            {
                Name = name,
                Definition = definition,
                RoleArn = $"arn:aws:iam::{LocalAccount.Id}:role/cxf",
                Type =
                    type == StateMachineType.Express
                        ? Amazon.StepFunctions.StateMachineType.EXPRESS
                        : Amazon.StepFunctions.StateMachineType.STANDARD,
                Publish = true,
                LoggingConfiguration = new()
                {
                    Level = Amazon.StepFunctions.LogLevel.FindValue(level),
                    IncludeExecutionData = includesData,
                    Destinations =
                    [
                        new()
                        {
                            CloudWatchLogsLogGroup = new()
                            {
                                LogGroupArn = $"arn:aws:logs:{LocalAccount.Region}:{LocalAccount.Id}:log-group:{Group}:*",
                            },
                        },
                    ],
                },
            },
            TestContext.Current.CancellationToken
        );
        await stepFunctions.CreateStateMachineAliasAsync(
            new()
            {
                Name = "live",
                RoutingConfiguration = [new() { StateMachineVersionArn = created.StateMachineVersionArn, Weight = 100 }],
            },
            TestContext.Current.CancellationToken
        );
        return new LoggedMachine(created.StateMachineArn, created.StateMachineVersionArn);
    }
}
