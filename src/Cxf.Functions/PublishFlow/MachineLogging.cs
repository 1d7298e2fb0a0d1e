using Amazon.StepFunctions.Model;
using Cxf.Flows.Compiling;
using Cxf.Functions.Deployment;
using LogLevel = Amazon.StepFunctions.LogLevel;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// What a machine logs. Step Functions keeps no history of EXPRESS executions, so theirs goes to CloudWatch, where the console
/// reads it; STANDARD machines have a history of their own and log only that an execution failed, timed out or was aborted
/// (level FATAL; Step Functions developer guide, "Log levels for Step Functions execution events"). template.yaml counts those
/// ends. Without execution data, because that is the callers' personal data, unless the deployment wants it for EXPRESS machines.
/// </summary>
internal static class MachineLogging
{
    public static LoggingConfiguration For(StateMachineType type, DeploymentSettings settings) =>
        settings.StateMachineLogGroupArn.Length > 0
            ? new LoggingConfiguration
            {
                Level = type == StateMachineType.Express ? LogLevel.ALL : LogLevel.FATAL,
                IncludeExecutionData = type == StateMachineType.Express && settings.LogsExecutionData,
                Destinations =
                [
                    new LogDestination
                    {
                        CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = settings.StateMachineLogGroupArn },
                    },
                ],
            }
            : new LoggingConfiguration { Level = LogLevel.OFF, IncludeExecutionData = false };

    public static bool IsSame(LoggingConfiguration? found, LoggingConfiguration wanted) =>
        Facts(found ?? new LoggingConfiguration()) == Facts(wanted);

    private static (LogLevel, bool, string) Facts(LoggingConfiguration logging) =>
        (
            logging.Level ?? LogLevel.OFF,
            logging.IncludeExecutionData ?? false,
            string.Join(' ', (logging.Destinations ?? []).Select(destination => destination.CloudWatchLogsLogGroup?.LogGroupArn))
        );
}
