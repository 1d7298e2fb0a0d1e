using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>runFlow</c>.</summary>
internal static class RunFlowStepReader
{
    private const string Live = "live";

    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "flowId", "version", "payload", "onError", "undo", "next");
        var flow = step.RequiredMember("flowId", "Name the flow to run.") is { } member ? FlowIdReader.Read(member) : null;
        var version = ReadVersion(step);
        var payload = StepMembers.Fields(step, "payload");
        var onError = ErrorBranchesReader.Read(step, ErrorBranchesReader.FlowWords);
        return StepMembers.TryReadNext(step, scope, "Name the step that follows a good answer.", out var next) && flow is { } id
            ? new RunFlowStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Flow = id,
                Version = version,
                Payload = payload,
                OnError = onError,
                Undo = StepMembers.Undo(step),
                Next = next,
            }
            : null;
    }

    private static int? ReadVersion(JsonCursor step)
    {
        if (step.Member("version") is not { } version)
        {
            return null;
        }

        if (version.Kind == JsonValueKind.Number)
        {
            return version.AsInteger(1, int.MaxValue);
        }

        if (version.Kind != JsonValueKind.String || version.Element.GetString() != Live)
        {
            version.Report(
                FlowCodes.NotAWord,
                "The version is neither a number nor \"live\".",
                "Give the number of a published version, or \"live\" for whichever is live when the step runs."
            );
        }

        return null;
    }
}
