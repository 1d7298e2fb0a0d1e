using Cxf.Documents;
using Cxf.Documents.Editing;
using Cxf.Flows.Model;

namespace Cxf.Flows.Editing;

/// <summary>
/// Gives a variable that steps set another name: where it is set, and in the expressions that read it. It is the variable of one
/// scope; another branch may have one with the same name.
/// </summary>
internal static class VariableReferences
{
    /// <summary>Why a variable cannot have another name; null if it can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">The location of the object with the steps that set it.</param>
    /// <param name="from">Its name.</param>
    /// <param name="to">Its new name.</param>
    public static string? Problem(EditableJson text, string scope, string from, string to)
    {
        var steps = StepPlace.All(text.Root).ToList();
        return Reads(text, steps, scope, from).Any(read => StepReferences.IsHidden(read.Text, from, to))
                ? StepReferences.HiddenWords(to)
            : ResultWith(text, steps, scope, from) is { } result
                ? $"\"{from}\" is also a member of ${result}, which expressions read. Change it in the text."
            : null;
    }

    /// <summary>The text in which it has another name.</summary>
    public static EditableJson Rename(EditableJson text, string scope, string from, string to)
    {
        var steps = StepPlace.All(text.Root).ToList();
        foreach (var (pointer, written) in Reads(text, steps, scope, from).ToList())
        {
            text = text.ReplaceParts(pointer, StepReferences.PartsOf(written, from), "$" + to);
        }

        return Setting(steps, scope, from)
            .Aggregate(text, (edited, step) => edited.Rename(JsonPointer.Append(step.Pointer + "/assign", from), to));
    }

    // Expressions of the scope and of those inside it, but for a scope that has another variable with this name.
    private static IEnumerable<(string Pointer, string Text)> Reads(
        EditableJson text,
        List<StepPlace> steps,
        string scope,
        string name
    )
    {
        var others = steps
            .Select(step => step.Scope)
            .Distinct()
            .Where(inner => inner.Length > scope.Length && inner.StartsWith(scope, StringComparison.Ordinal))
            .Where(inner => Setting(steps, inner, name).Any() || steps.Exists(step => IsLoopWith(step, inner, name)))
            .Select(inner => inner + "/steps/")
            .ToList();
        var within = scope + "/steps";
        return new FlowValue(text.Get(within), within)
            .Strings()
            .Where(one => !others.Exists(other => one.Pointer.StartsWith(other, StringComparison.Ordinal)))
            .Where(one => StepReferences.PartsOf(one.Text, name).Any());
    }

    private static IEnumerable<StepPlace> Setting(List<StepPlace> steps, string scope, string name) =>
        steps.Where(step => step.Scope == scope && step.Json.Get("assign").Members().Any(member => member.Name == name));

    private static bool IsLoopWith(StepPlace step, string scope, string name) =>
        step.Pointer == scope && step.Kind == "forEach" && StepNames.LoopVariables(step).Contains(name);

    // The values that the last step of a branch or of a loop sets are its result, by their names.
    private static string? ResultWith(EditableJson text, List<StepPlace> steps, string scope, string name)
    {
        if (Setting(steps, scope, name).All(step => step.Follower is not null))
        {
            return null;
        }

        var expressions = new FlowValue(text.Get("/steps"), "/steps").Strings().Select(one => one.Text).ToList();
        for (
            var holder = HolderOf(steps, scope);
            holder is not null;
            holder = holder.Follower is null ? HolderOf(steps, holder.Scope) : null
        )
        {
            if (expressions.Exists(expression => StepReferences.PartsOf(expression, holder.Label).Any()))
            {
                return holder.Label;
            }
        }

        return null;
    }

    private static StepPlace? HolderOf(List<StepPlace> steps, string scope) =>
        steps.Find(step =>
            step.Pointer == scope || JsonPointer.Append(step.Pointer, "branches") == JsonPointer.Parent(scope) && scope.Length > 0
        );
}
