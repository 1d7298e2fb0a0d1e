using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>respond</c>.</summary>
internal static class RespondStepReader
{
    public static FlowStep? Read(JsonCursor step)
    {
        StepReader.RefuseUnknown(step, "message", "outputs");
        var message = step.RequiredMember("message", "Say what the caller is to hear.");
        var outputs = step.Member("outputs");
        if (outputs is { } values && !values.IsObject())
        {
            outputs = null;
        }

        return message is { } spoken && spoken.AsText() is not null
            ? new RespondStep(step.Name, step.Pointer)
            {
                Description = StepReader.Description(step),
                Message = new FlowValue(spoken.Element, spoken.Pointer),
                Outputs = outputs is { } named ? new FlowValue(named.Element, named.Pointer) : null,
            }
            : null;
    }
}
