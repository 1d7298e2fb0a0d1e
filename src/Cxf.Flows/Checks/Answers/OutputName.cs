using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Checks.Answers;

/// <summary>A contact flow can refer to every output, and none hides what every answer has.</summary>
internal sealed partial class OutputName()
    : FlowRule(
        FlowCodes.OutputName,
        DiagnosticSeverity.Error,
        "A name that the answer uses itself, or that a contact flow cannot refer to.",
        "A contact flow reads $.External.name, where the name is a letter followed by A-Z a-z 0-9 _; status, runId, "
            + "errorCode and message are in every answer."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var (name, _, pointer) in FlowOutput.In(flow.Flow))
        {
            if (FlowAnswer.OwnNames.Contains(name))
            {
                ReportName(
                    flow,
                    pointer,
                    $"Every answer has a value \"{name}\" of its own.",
                    $"Use another name, e.g. \"{name}_1\"."
                );
            }
            else if (!Name().IsMatch(name))
            {
                ReportName(
                    flow,
                    pointer,
                    $"A contact flow cannot refer to $.External.{name}.",
                    "Use a letter followed by A-Z a-z 0-9 _."
                );
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
