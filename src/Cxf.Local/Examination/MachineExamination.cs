using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Cxf.Flows.Compiling;
using Cxf.Functions.Stores;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>
/// Examines the state machines of live flows: whether they are there, which release compiled them, and whether what happens in
/// EXPRESS runs is logged.
/// </summary>
internal sealed class MachineExamination(DeploymentServices services, FindingList findings, TimeProvider timeProvider)
{
    private bool _hasExaminedLogs;

    /// <summary>Examines the state machine of a live flow.</summary>
    public Task ExamineAsync(string where, LiveFlow live, CancellationToken cancellationToken) =>
        findings.WhereAllowedAsync(
            where,
            "states:DescribeStateMachineAlias",
            () => ExamineMachineAsync(where, live, cancellationToken)
        );

    private async Task ExamineMachineAsync(string where, LiveFlow live, CancellationToken cancellationToken)
    {
        try
        {
            var alias = await services.StepFunctions.DescribeStateMachineAliasAsync(
                new DescribeStateMachineAliasRequest { StateMachineAliasArn = live.AliasArn },
                cancellationToken
            );
            foreach (var route in alias.RoutingConfiguration)
            {
                var machine = await services.StepFunctions.DescribeStateMachineAsync(
                    new DescribeStateMachineRequest { StateMachineArn = route.StateMachineVersionArn },
                    cancellationToken
                );
                ExamineCompiler(where, machine.Definition);
                if (machine.Type == Amazon.StepFunctions.StateMachineType.EXPRESS)
                {
                    ExamineDelivery(where, machine.LoggingConfiguration);
                    await ExamineLogsAsync(cancellationToken);
                }
            }
        }
        catch (Amazon.StepFunctions.Model.ResourceNotFoundException)
        {
            findings.Error(
                where,
                $"Step Functions does not have {live.AliasArn}, so no call starts the flow.",
                $"Publish it again, which makes the state machine anew: cxf publish {where}"
            );
        }
    }

    // EXPRESS runs have their history nowhere else.
    private void ExamineDelivery(string where, LoggingConfiguration? logging)
    {
        // arn:…:log-group:<name>:*
        var delivers =
            logging is not null
            && logging.Level != Amazon.StepFunctions.LogLevel.OFF
            && (logging.Destinations ?? []).Any(one =>
                one.CloudWatchLogsLogGroup?.LogGroupArn is { } arn && arn.Split(':').ElementAtOrDefault(6) == services.LogGroup
            );
        if (!delivers)
        {
            findings.Warning(
                where,
                $"The state machine does not log to {services.LogGroup}, so what happens in its EXPRESS runs is lost.",
                $"Publish it again, which sets its log: cxf publish {where}"
            );
        }
    }

    private async Task ExamineLogsAsync(CancellationToken cancellationToken)
    {
        if (_hasExaminedLogs)
        {
            return;
        }

        _hasExaminedLogs = true;
        var now = timeProvider.GetUtcNow();
        var nothing = new LogsQuery
        {
            LogGroup = services.LogGroup,
            Pattern = "{ $.type = \"none\" }",
            From = now,
            Until = now,
        };
        await findings.WhereAnsweringAsync(
            services.LogGroup,
            "logs:FilterLogEvents",
            async () =>
            {
                try
                {
                    await services.Logs.FilterLogEventsAsync(nothing, cancellationToken);
                }
                catch (AmazonServiceException exception) when (exception.ErrorCode == "ResourceNotFoundException")
                {
                    findings.Error(
                        services.LogGroup,
                        "There is no log group of the state machines, so what happens in EXPRESS runs is lost.",
                        "Deploy the stack again, or name the right stage."
                    );
                }
            }
        );
    }

    private void ExamineCompiler(string where, string definition)
    {
        if (CompilerVersion.Of(definition) is { } version && version < CompilerVersion.Current)
        {
            findings.Information(
                where,
                $"The state machine that callers use was compiled by an older release (compiler {version}, now "
                    + $"{CompilerVersion.Current}).",
                $"It works. To get what has changed since then: cxf publish {where}"
            );
        }
    }
}
