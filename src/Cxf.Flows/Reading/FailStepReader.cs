using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>fail</c>.</summary>
internal static class FailStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "message", "next");
        StepMembers.RefuseNext(step);
        var message = step.RequiredMember("message", "Add \"message\": what the caller hears when the flow fails here.");
        return message is { } spoken && spoken.AsText() is not null
            ? new FailStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Message = StepMembers.ValueOf(spoken),
            }
            : null;
    }
}
