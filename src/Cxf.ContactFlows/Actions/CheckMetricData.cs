using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Branches on a metric of the queue, which the call's options set. APIReference/flow-control-actions-checkmetricdata.html; that
/// NoMatchingCondition must be declared for numbers of agents too is from the live service.
/// </summary>
internal sealed class CheckMetricData() : ActionKind("CheckMetricData")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var metric = action.Text("MetricType") ?? "";
        return new(
            call.Options.Metrics.TryGetValue(metric, out var value)
                ? new ActionResult.Value(CallValue.Of(value.ToString(CultureInfo.InvariantCulture)))
                : new ActionResult.End(CallEndKind.NotSimulated, $"the metric \"{metric}\" has no value here")
        );
    }

    protected override void Check(ActionCheck check)
    {
        check.Required("MetricType", "Name the number, such as NumberOfAgentsAvailable.");
        check.Static("MetricType");
        check.Only("MetricType", "QueueId", "AgentId");
        check.Errors(ErrorTypes.NoMatchingCondition, ErrorTypes.NoMatchingError);
    }
}
