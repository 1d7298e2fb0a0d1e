using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>
/// Names across scopes: a label is one step in the whole document; a variable has no step's name, and none that an enclosing
/// scope sets, because a machine refuses to hide one variable by another (Step Functions, "Passing data between states with
/// variables").
/// </summary>
internal static class ScopeNames
{
    private static readonly string[] NamesOfInputs = ["item", "index"];

    public static void Check(FlowDefinition flow, JsonDocumentReader report)
    {
        var labels = new HashSet<string>();
        foreach (var step in flow.AllSteps.Where(step => !labels.Add(step.Label)))
        {
            report.ReportName(
                step.Pointer,
                FlowCodes.LabelTwice,
                $"Another step has the label \"{step.Label}\".",
                "Rename one of the two."
            );
        }

        CheckScope(flow.Body, labels, new Dictionary<string, int>(), report);
    }

    // The names of the scopes around, each as often as it is set there, so that a scope takes back its own when it ends.
    private static void CheckScope(
        StepScope scope,
        HashSet<string> labels,
        Dictionary<string, int> outer,
        JsonDocumentReader report
    )
    {
        foreach (var name in scope.Inputs)
        {
            CheckName(name, () => PlaceOfInput(scope, name, report), labels, outer, report);
        }

        Count(scope.Inputs, outer, 1);
        foreach (
            var (step, name) in scope.Steps.OfType<TransformStep>().SelectMany(step => step.Assigned.Select(name => (step, name)))
        )
        {
            CheckName(name, () => JsonPointer.Append(step.Pointer + "/assign", name), labels, outer, report);
        }

        var own = scope.Steps.SelectMany(step => step.Assigned).ToList();
        Count(own, outer, 1);
        foreach (var body in scope.Steps.SelectMany(step => step.Bodies))
        {
            CheckScope(body, labels, outer, report);
        }

        Count(own, outer, -1);
        Count(scope.Inputs, outer, -1);
    }

    private static void Count(IEnumerable<string> names, Dictionary<string, int> counts, int change)
    {
        foreach (var name in names)
        {
            counts[name] = counts.GetValueOrDefault(name) + change;
        }
    }

    private static void CheckName(
        string name,
        Func<string> pointer,
        HashSet<string> labels,
        Dictionary<string, int> outer,
        JsonDocumentReader report
    )
    {
        var isLabel = labels.Contains(name);
        if ((!isLabel && outer.GetValueOrDefault(name) == 0) || !report.Lists(FlowCodes.VariableClash))
        {
            return;
        }

        if (isLabel)
        {
            report.ReportName(
                pointer(),
                FlowCodes.VariableClash,
                $"${name} is the result of the step \"{name}\".",
                "Use another name."
            );
        }
        else
        {
            report.ReportName(
                pointer(),
                FlowCodes.VariableClash,
                $"${name} is set outside already, and a part of a flow cannot set it.",
                "Use another name; what is assigned in here stays in here."
            );
        }
    }

    // The names of item and index may be written or left to their defaults; then the loop itself is the place.
    private static string PlaceOfInput(StepScope scope, string name, JsonDocumentReader report)
    {
        var loop = scope
            .Pointer.Split('/')[1..]
            .Aggregate((JsonCursor?)report.Root, (at, part) => at?.Member(JsonPointer.Unescape(part)));
        return NamesOfInputs.FirstOrDefault(member => loop?.Member(member)?.Element.ValueEquals(name) == true) is { } written
            ? $"{scope.Pointer}/{written}"
            : scope.Pointer;
    }
}
