using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>transform</c>.</summary>
internal static class TransformStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "assign", "next");
        var assign = ReadAssign(step);
        return StepMembers.TryReadNext(step, scope, "Name the step that follows.", out var next) && assign.Count > 0
            ? new TransformStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Assign = assign,
                Next = next,
            }
            : null;
    }

    private static List<VariableAssignment> ReadAssign(JsonCursor step)
    {
        if (step.RequiredMember("assign", "Add the variables to set, by name.") is not { } assign || !assign.IsObject())
        {
            return [];
        }

        if (!assign.Members().Any())
        {
            assign.Report(
                FlowCodes.Missing,
                "The step sets no variable.",
                "Add one, e.g. {\"name\": \"{% $payload.name %}\"}, or remove the step."
            );
        }

        // A variable that hides a function is read all the same: expressions that use it have no mistake of their own.
        return
        [
            .. assign
                .Members()
                .Where(member => VariableNameRule.IsMet(member) || StepLabel.IsWellFormed(member.Name))
                .Select(member => new VariableAssignment(member.Name, StepMembers.ValueOf(member))),
        ];
    }
}
