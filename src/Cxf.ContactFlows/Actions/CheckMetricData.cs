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
        check.Static("MetricType");
        check.Errors(ErrorTypes.NoMatchingCondition, ErrorTypes.NoMatchingError);
        if (check.Action.Text("MetricType")?.StartsWith("NumberOfAgents", StringComparison.Ordinal) == true)
        {
            CheckStaffing(check);
        }
    }

    /// <summary>Of agents the service only tells whether there are any (live service).</summary>
    private static void CheckStaffing(ActionCheck check)
    {
        foreach (var condition in check.Action.Transitions.Conditions)
        {
            if ((condition.Operator, condition.Operand) is not ("NumberGreaterThan", "0"))
            {
                check.Error(
                    ContactFlowCodes.Condition,
                    condition.Pointer + "/Condition",
                    "A number of agents is compared only with NumberGreaterThan 0.",
                    "Write NumberGreaterThan \"0\"; for other limits, read the metric and use Compare."
                );
            }
        }
    }
}
