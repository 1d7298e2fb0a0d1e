using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>
/// The names that an author gives to variables and branches follow the rule for labels, and hide nothing that expressions need.
/// </summary>
internal static class VariableNameRule
{
    /// <summary>Whether the member's own name is one; if not, that is reported.</summary>
    public static bool IsMet(JsonCursor member) =>
        Problem(member.Name) is not { } problem
        || Refuse(() => member.Reader.ReportName(member.Pointer, FlowCodes.VariableName, problem, Fix(member.Name)));

    /// <summary>The name that a member gives, or null after a report.</summary>
    public static string? Read(JsonCursor member) =>
        member.AsText() is { } name
        && (Problem(name) is not { } problem || Refuse(() => member.Report(FlowCodes.VariableName, problem, Fix(name))))
            ? name
            : null;

    private static string? Problem(string name) =>
        !StepLabel.IsWellFormed(name) ? $"The name \"{name}\" is not {StepLabel.Description}."
        : StepLabel.IsReserved(name) ? $"The name \"{name}\" would hide ${name}, which expressions need."
        : null;

    private static string Fix(string name) =>
        StepLabel.IsWellFormed(name) ? $"Use another name, e.g. {name}_1." : "Use another name, e.g. customerName.";

    private static bool Refuse(Action report)
    {
        report();
        return false;
    }
}
