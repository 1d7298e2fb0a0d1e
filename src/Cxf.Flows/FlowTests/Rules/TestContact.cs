using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>A test gives the contact only numbers that the flow asks for.</summary>
internal sealed class TestContact()
    : FlowRule(
        FlowCodes.TestContact,
        DiagnosticSeverity.Warning,
        "A number of the contact that the flow does not declare.",
        "Only the fields in contactFields enter a run, so the test would not see what it gives."
    )
{
    private static readonly (string Name, ContactField Field)[] Fields =
    [
        ("customerNumber", ContactField.CustomerNumber),
        ("systemNumber", ContactField.SystemNumber),
    ];

    public override void Check(CheckedFlow flow)
    {
        foreach (var test in flow.Flow.Tests)
        {
            foreach (
                var (name, _) in Fields.Where(one =>
                    !flow.Flow.ContactFields.Contains(one.Field) && test.GivenContact.Contains(one.Name)
                )
            )
            {
                ReportName(
                    flow,
                    $"{test.Pointer}/contact/{name}",
                    $"The flow does not ask for the contact's {name}, so it never gets one.",
                    $"Remove it, or add \"{name}\" to the flow's contactFields."
                );
            }
        }
    }
}
