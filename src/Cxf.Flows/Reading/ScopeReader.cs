using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads the <c>start</c> and <c>steps</c> of a flow, a branch or a loop's body.</summary>
internal static class ScopeReader
{
    /// <summary>The scope; null when nothing in it could be read, so that checks could say nothing more about it.</summary>
    public static StepScope? Read(JsonCursor holder, ScopeKind kind)
    {
        var start = holder.RequiredMember("start", "Add \"start\": the label of the first step.")?.AsText();
        var steps = ReadSteps(holder, kind);
        if (start is null || steps.Count == 0)
        {
            return null;
        }

        // A step that could not be read may be the one that ends the body.
        var allAreRead = steps.Count == holder.Member("steps")!.Members().Count();
        if (kind == ScopeKind.Body && allAreRead && steps.All(step => step is FailStep || !StepFacts.EndsPath(step)))
        {
            holder.Report(
                FlowCodes.BodyOnlyFails,
                "No step ends this part of the flow with a result.",
                "Leave out \"next\" in the step whose result is to count."
            );
        }

        return new StepScope(start, steps, holder.Pointer);
    }

    private static List<FlowStep> ReadSteps(JsonCursor holder, ScopeKind kind)
    {
        if (
            holder.RequiredMember("steps", "Add \"steps\": an object with the steps by label.") is not { } members
            || !members.IsObject()
        )
        {
            return [];
        }

        if (!members.Members().Any())
        {
            members.Report(
                FlowCodes.Missing,
                kind == ScopeKind.Flow ? "The flow has no steps." : "There are no steps.",
                "Add at least one step."
            );
        }

        var undoing = members.Members().Select(UndoOf).OfType<string>().ToHashSet();
        return
        [
            .. members
                .Members()
                .Select(step => StepReader.Read(step, undoing.Contains(step.Name) ? ScopeKind.Undo : kind))
                .OfType<FlowStep>(),
        ];
    }

    // Which steps undo others must be known before any of them is read: no step follows them.
    private static string? UndoOf(JsonCursor step) =>
        step.Kind == JsonValueKind.Object
        && step.Element.TryGetProperty("undo", out var undo)
        && undo.ValueKind == JsonValueKind.String
        && !undo.ValueEquals(step.Name)
            ? undo.GetString()
            : null;
}
