using Cxf.Documents;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>A rule about calls and the descriptions of their connections; all of them are found together.</summary>
internal abstract class DescribedCallRule(
    RequestProblemKind kind,
    string code,
    DiagnosticSeverity severity,
    string title,
    string reason
) : FlowRule(code, severity, title, reason)
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var problem in flow.RequestProblems.Where(problem => problem.Kind == kind))
        {
            if (problem.IsName)
            {
                ReportName(flow, problem.Pointer, problem.Message, problem.Fix);
            }
            else
            {
                Report(flow, problem.Pointer, problem.Message, problem.Fix);
            }
        }
    }
}
