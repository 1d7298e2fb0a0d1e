using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads one step: its label, and by its kind the rest.</summary>
internal static class StepReader
{
    private static readonly Dictionary<string, Func<JsonCursor, ScopeKind, FlowStep?>> Kinds = new()
    {
        ["restApi"] = RestApiStepReader.Read,
        ["decision"] = DecisionStepReader.Read,
        ["transform"] = TransformStepReader.Read,
        ["wait"] = WaitStepReader.Read,
        ["parallel"] = ParallelStepReader.Read,
        ["forEach"] = ForEachStepReader.Read,
        ["runFlow"] = RunFlowStepReader.Read,
        ["respond"] = RespondStepReader.Read,
        ["fail"] = FailStepReader.Read,
    };

    private static readonly Dictionary<string, int> KindIndexes = Kinds
        .Keys.Select((name, index) => (name, index))
        .ToDictionary(kind => kind.name, kind => kind.index);

    /// <summary>Every kind, in the order in which they are proposed.</summary>
    public static IReadOnlyList<string> KindNames { get; } = [.. Kinds.Keys];

    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        CheckLabel(step);
        if (
            !step.IsObject()
            || step.RequiredMember("kind", $"Say which kind of step it is: {string.Join(", ", Kinds.Keys)}.") is not { } kind
        )
        {
            return null;
        }

        return kind.AsWord(KindIndexes) is { } index ? Kinds.ElementAt(index).Value(step, scope) : null;
    }

    private static void CheckLabel(JsonCursor step)
    {
        if (!StepLabel.IsWellFormed(step.Name))
        {
            step.Reader.ReportName(
                step.Pointer,
                FlowCodes.Label,
                $"The label \"{step.Name}\" is not {StepLabel.Description}.",
                "Rename the step, e.g. rest_api_1."
            );
        }
        else if (StepLabel.IsReserved(step.Name))
        {
            step.Reader.ReportName(
                step.Pointer,
                FlowCodes.LabelReserved,
                $"The label \"{step.Name}\" would hide ${step.Name}, which expressions need.",
                $"Rename the step, e.g. {step.Name}_1."
            );
        }
    }
}
