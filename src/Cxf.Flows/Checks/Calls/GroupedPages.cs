using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Calls;

/// <summary>What is selected of a list of pages is not a group of its items.</summary>
internal sealed class GroupedPages()
    : FlowRule(
        FlowCodes.GroupedPages,
        DiagnosticSeverity.Warning,
        "A \"select\" that groups the items of all pages.",
        "JSONata applies { } to a list by grouping: a value is calculated for each item, so it is a list for several items and a "
            + "single value for one."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var step in flow
                .Flow.AllSteps.OfType<RestApiStep>()
                .Where(step => step is { Method: "GET", Paging: not null, Select: not null })
        )
        {
            if (flow.Analysis.Compile(step.Select!, out _)?.Syntax.Kind == JsonataSyntaxKind.Object)
            {
                Report(
                    flow,
                    step.Pointer + "/select",
                    "The { } groups the items of all pages: each value in it is calculated for every item.",
                    "For an object per item, write [$.{ … }]. For one object of the whole list, use variables: "
                        + "($all := $; $first := $all[0]; { 'number': $count($all), 'first': $first.id })."
                );
            }
        }
    }
}
