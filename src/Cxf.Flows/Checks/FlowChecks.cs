using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks;

/// <summary>What the steps of a flow say about each other, once each of them is well-formed; one class per rule.</summary>
internal static class FlowChecks
{
    private static readonly IFlowCheck[] All =
    [
        new TransitionCheck(),
        new ReachabilityCheck(),
        new ExpressionCheck(),
        new OutputCheck(),
        new ConnectionCheck(),
        new FlowTestCheck(),
    ];

    public static void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        foreach (var check in All)
        {
            check.Run(flow, surroundings, report);
        }
    }
}

/// <summary>One rule about a flow as a whole.</summary>
internal interface IFlowCheck
{
    /// <summary>Reports every place that breaks the rule.</summary>
    void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report);
}
