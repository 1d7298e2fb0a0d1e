using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads one step: its label, and by its kind the rest.</summary>
internal static class StepReader
{
    private const int DescriptionLength = 1000;

    private static readonly Dictionary<string, Func<JsonCursor, FlowStep?>> Kinds = new()
    {
        ["restApi"] = RestApiStepReader.Read,
        ["decision"] = DecisionStepReader.Read,
        ["respond"] = RespondStepReader.Read,
        ["fail"] = FailStepReader.Read,
    };

    public static FlowStep? Read(JsonCursor step)
    {
        CheckLabel(step);
        if (!step.IsObject() || step.RequiredMember("kind", $"Say which kind of step it is: {string.Join(", ", Kinds.Keys)}.") is not { } kind)
        {
            return null;
        }

        return kind.AsWord(KindIndexes) is { } index ? Kinds.ElementAt(index).Value(step) : null;
    }

    /// <summary>What every kind of step may have, beside its own members.</summary>
    public static void RefuseUnknown(JsonCursor step, params ReadOnlySpan<string> own) =>
        step.RefuseUnknown(["kind", "description", "position", .. own]);

    public static string Description(JsonCursor step) => step.Member("description")?.AsText(DescriptionLength) ?? "";

    /// <summary>A member that names the next step.</summary>
    public static StepTransition? Transition(JsonCursor step, string name, string fix) =>
        step.RequiredMember(name, fix) is { } member && member.AsText() is { } label ? new StepTransition(label, member.Pointer) : null;

    /// <summary>A member that may hold expressions.</summary>
    public static FlowValue? Value(JsonCursor step, string name) =>
        step.Member(name) is { } member ? new FlowValue(member.Element, member.Pointer) : null;

    private static Dictionary<string, int> KindIndexes { get; } =
        Kinds.Keys.Select((name, index) => (name, index)).ToDictionary(kind => kind.name, kind => kind.index);

    private static void CheckLabel(JsonCursor step)
    {
        if (!StepLabel.IsWellFormed(step.Name))
        {
            step.Reader.ReportName(step.Pointer, FlowCodes.Label, $"The label \"{step.Name}\" is not {StepLabel.Description}.", "Rename the step, e.g. rest_api_1.");
        }
        else if (StepLabel.IsReserved(step.Name))
        {
            step.Reader.ReportName(step.Pointer, FlowCodes.LabelReserved,
                $"The label \"{step.Name}\" would hide ${step.Name}, which expressions need.", $"Rename the step, e.g. {step.Name}_1.");
        }
    }
}
