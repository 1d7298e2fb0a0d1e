using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>forEach</c>.</summary>
internal static class ForEachStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "items", "atMost", "item", "index", "concurrency", "start", "steps", "onError", "next");
        var items = step.RequiredMember("items", "Give the list, e.g. \"{% $rest_api_1.body.items %}\".") is { } list
            ? StepMembers.Expression(list)
            : null;
        var atMost = step.RequiredMember("atMost", "Say how many items there can be, so that the flow's longest path is known.")
            ?.AsInteger(1, ForEachStep.MaxItems);
        var item = ReadName(step, "item", ForEachStep.DefaultItem);
        var index = ReadName(step, "index", ForEachStep.DefaultIndex);
        if (item is not null && item == index)
        {
            step.Report(FlowCodes.VariableClash, "The item and the index have the same name.", "Rename one of them.");
        }

        var concurrency = step.Member("concurrency")?.AsInteger(1, ForEachStep.MaxConcurrency) ?? 1;
        var body = ScopeReader.Read(step, ScopeKind.Body);
        var onError = ErrorBranchesReader.Read(step, ErrorBranchesReader.FlowWords);
        return
            StepMembers.TryReadNext(step, scope, "Name the step after the last item.", out var next)
            && (items, atMost, item, index, body) is ({ } given, { } most, { } itemName, { } indexName, { } steps)
            ? new ForEachStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Items = given,
                AtMost = most,
                Item = itemName,
                Index = indexName,
                Concurrency = concurrency,
                Body = steps with { Inputs = [itemName, indexName] },
                OnError = onError,
                Next = next,
            }
            : null;
    }

    private static string? ReadName(JsonCursor step, string member, string otherwise) =>
        step.Member(member) is { } given ? VariableNameRule.Read(given) : otherwise;
}
