using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;

namespace Cxf.Flows.Checks.Calls;

/// <summary>What another flow reads of the contact is in this flow's input: it gets the contact as this run has it.</summary>
internal sealed class ChildContactFields()
    : FlowRule(
        FlowCodes.ChildContactFields,
        DiagnosticSeverity.Error,
        "Another flow declares a number of the contact that this flow does not declare.",
        "It gets the contact as this flow's run has it, which holds no number that this flow does not declare; its "
            + "expression would find nothing."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var run in flow.Runs)
        {
            var asked = run.Version is { } version
                ? flow.Context?.PinnedFlows?.GetValueOrDefault(version)?.ContactFields
                : flow.Context?.LiveFlows?.GetValueOrDefault(run.Step.Flow)?.ContactFields;
            foreach (var name in (asked ?? []).Except(flow.Flow.ContactFields).Select(NameOf))
            {
                Report(
                    flow,
                    run.Outer.Pointer + "/flowId",
                    $"The flow \"{run.Step.Flow}\"{(run.IsInside ? $" ({run.Path})" : "")} uses $contact.{name}, "
                        + "which this flow does not ask for.",
                    $"Add \"{name}\" to \"contactFields\" of this flow."
                );
            }
        }
    }

    private static string NameOf(ContactField field) => FlowReader.ContactFieldNames[(int)field];
}
