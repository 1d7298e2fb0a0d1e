using Cxf.Documents;
using Cxf.Flows.Checks;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>No two tests of a flow have the same name.</summary>
internal sealed class TestName()
    : FlowRule(
        FlowCodes.TestName,
        DiagnosticSeverity.Error,
        "Two tests of the same name.",
        "A failed test is reported by its name."
    )
{
    public override void Check(CheckedFlow flow)
    {
        var names = new HashSet<string>();
        foreach (var test in flow.Flow.Tests.Where(test => !names.Add(test.Name)))
        {
            Report(flow, test.Pointer + "/name", $"Another test is called \"{test.Name}\" too.", "Say what this one shows.");
        }
    }
}
