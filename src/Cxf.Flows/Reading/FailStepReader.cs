using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>fail</c>.</summary>
internal static class FailStepReader
{
    public static FlowStep? Read(JsonCursor step)
    {
        StepReader.RefuseUnknown(step, "message");
        var message = step.RequiredMember("message", "Say what the caller is to hear when the flow fails here.");
        return message is { } spoken && spoken.AsText() is not null
            ? new FailStep(step.Name, step.Pointer)
            {
                Description = StepReader.Description(step),
                Message = new FlowValue(spoken.Element, spoken.Pointer),
            }
            : null;
    }
}
