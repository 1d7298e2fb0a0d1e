using System.Globalization;
using System.Text.RegularExpressions;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>Lists the alarms of a stage that are on.</summary>
internal sealed partial class StageAlarms(DeploymentServices services, FindingList findings)
{
    private const string OwnNamespace = "CXF";

    /// <summary>Lists them.</summary>
    public Task ExamineAsync(CancellationToken cancellationToken) =>
        findings.WhereAnsweringAsync(
            "alarms",
            "cloudwatch:DescribeAlarms",
            async () =>
            {
                foreach (
                    var alarm in (await services.CloudWatch.ListAlarmsOnAsync(cancellationToken)).Where(alarm =>
                        alarm.Metrics.Any(IsOfStage)
                    )
                )
                {
                    var since = alarm.Since is { } time
                        ? string.Create(CultureInfo.InvariantCulture, $" since {time.UtcDateTime:yyyy-MM-dd HH:mm}Z")
                        : "";
                    var words = alarm.Description is { Length: > 0 } description ? $": {description.TrimEnd('.')}" : "";
                    findings.Warning(
                        $"alarm {alarm.Name}",
                        $"The alarm is on{since}{words}.",
                        $"What to look at first for {ShortName(alarm.Name)}: src/Cxf.Functions/runbook.md, \"You have an alarm\"."
                    );
                }
            }
        );

    // CloudFormation names alarms after the stack, which need not be named after the stage.
    private bool IsOfStage(WatchedMetric metric) =>
        metric.Dimensions.Values.Any(value => value.StartsWith($"cxf-{services.Stage}-", StringComparison.Ordinal))
        || (
            metric.Namespace == OwnNamespace
            && (
                metric.Name.EndsWith($"-{services.Stage}", StringComparison.Ordinal)
                || metric.Dimensions.GetValueOrDefault("Stage") == services.Stage.Value
            )
        );

    private static string ShortName(string name) =>
        LogicalId().Match(name) is { Success: true } match ? match.Groups["id"].Value : name;

    [GeneratedRegex("-(?<id>[A-Za-z]+)Alarm-[A-Za-z0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex LogicalId();
}
