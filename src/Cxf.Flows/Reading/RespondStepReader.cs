using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>respond</c>.</summary>
internal static class RespondStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "message", "outputs", "next");
        StepMembers.RefuseNext(step);
        if (scope == ScopeKind.Body)
        {
            step.Report(
                FlowCodes.RespondInBody,
                "A branch or a loop's body cannot answer the caller.",
                "End it with the step whose result is to count, and respond after the step that holds it."
            );
        }

        var message = step.RequiredMember("message", "Add \"message\": what the caller hears.");
        var outputs = step.Member("outputs");
        if (outputs is { } values && !values.IsObject())
        {
            outputs = null;
        }

        return message is { } spoken && spoken.AsText() is not null
            ? new RespondStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Message = StepMembers.ValueOf(spoken),
                Outputs = outputs is { } named ? StepMembers.ValueOf(named) : null,
            }
            : null;
    }
}
