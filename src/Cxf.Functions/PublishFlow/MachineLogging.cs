using Amazon.StepFunctions.Model;
using Cxf.Flows.Compiling;
using Cxf.Functions.Deployment;
using LogLevel = Amazon.StepFunctions.LogLevel;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// What a machine logs. Step Functions keeps no history of EXPRESS executions, so theirs goes to CloudWatch, where the console
/// reads it; without execution data, because that is the callers' personal data. STANDARD machines have a history of their own.
/// </summary>
internal static class MachineLogging
{
    public static LoggingConfiguration For(StateMachineType type, DeploymentSettings settings) =>
        type == StateMachineType.Express && settings.StateMachineLogGroupArn.Length > 0
            ? new LoggingConfiguration
            {
                Level = LogLevel.ALL,
                IncludeExecutionData = false,
                Destinations = [new LogDestination { CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = settings.StateMachineLogGroupArn } }],
            }
            : new LoggingConfiguration { Level = LogLevel.OFF, IncludeExecutionData = false };

    public static bool IsSame(LoggingConfiguration? found, LoggingConfiguration wanted) =>
        Facts(found ?? new LoggingConfiguration()) == Facts(wanted);

    private static (LogLevel, bool, string) Facts(LoggingConfiguration logging) => (
        logging.Level ?? LogLevel.OFF,
        logging.IncludeExecutionData ?? false,
        string.Join(' ', (logging.Destinations ?? []).Select(destination => destination.CloudWatchLogsLogGroup?.LogGroupArn)));
}
