using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Documents.Editing;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Editing;

/// <summary>
/// Gives a step another label everywhere: where steps lead to it, in expressions that read its result, in tests.
/// </summary>
internal static class StepReferences
{
    /// <summary>The text in which a step has another label.</summary>
    public static EditableJson Rename(EditableJson text, string from, string to)
    {
        foreach (var step in StepPlace.All(text.Root))
        {
            text = step.Ways()
                .Where(way => way.Target == from)
                .Aggregate(text, (edited, way) => edited.Set(way.Pointer, Value(to)));
        }

        foreach (var scope in StepPlace.All(text.Root).Select(step => step.Scope).Distinct().ToList())
        {
            var start = JsonPointer.Append(scope, "start");
            text = text.TextAt(start) == from ? text.Set(start, Value(to)) : text;
        }

        text = RenameInExpressions(text, "/steps", from, to);
        text = RenameInTests(text, from, to);
        var place = StepPlace.All(text.Root).FirstOrDefault(step => step.Label == from);
        return place is null ? text : text.Rename(place.Pointer, to);
    }

    /// <summary>
    /// The text in which a branch has another name, also where an expression reads its result: <c>$step.branch</c>.
    /// </summary>
    public static EditableJson RenameBranch(EditableJson text, string step, string from, string to)
    {
        var read = new Regex($@"(?<=\${Regex.Escape(JsonPointer.Last(step))}\s*\.\s*){Regex.Escape(from)}(?!\w)");
        foreach (var (pointer, written) in new FlowValue(text.Get("/steps"), "/steps").Strings().ToList())
        {
            if (ExpressionText.TryRead(written, out _))
            {
                text = text.ReplaceParts(pointer, read.Matches(written).Select(match => (match.Index, match.Length)), to);
            }
        }

        return text.Rename($"{step}/branches/{JsonPointer.Escape(from)}", to);
    }

    /// <summary>Why a step cannot have another label; null if it can.</summary>
    public static string? Problem(EditableJson text, string from, string to) =>
        new FlowValue(text.Get("/steps"), "/steps").Strings().Any(one => IsHidden(one.Text, from, to)) ? HiddenWords(to) : null;

    /// <summary>
    /// Whether an expression that reads a variable has a variable of its own, at the same place, with the name that is wanted.
    /// </summary>
    public static bool IsHidden(string written, string from, string to)
    {
        var reads = PartsOf(written, from).Count();
        return reads > 0 && PartsOf(Replaced(written, from, to), to).Count() < reads + PartsOf(written, to).Count();
    }

    /// <summary>The sentence about a name that an expression uses otherwise.</summary>
    public static string HiddenWords(string name) => $"An expression that reads it has a variable ${name} of its own.";

    private static EditableJson RenameInExpressions(EditableJson text, string within, string from, string to)
    {
        foreach (var (pointer, written) in new FlowValue(text.Get(within), within).Strings().ToList())
        {
            // Every edit reads the text again.
            if (PartsOf(written, from).ToList() is { Count: > 0 } parts)
            {
                text = text.ReplaceParts(pointer, parts, "$" + to);
            }
        }

        return text;
    }

    private static string Replaced(string written, string from, string to)
    {
        foreach (var (start, length) in PartsOf(written, from).Reverse())
        {
            written = string.Concat(written.AsSpan(0, start), "$" + to, written.AsSpan(start + length));
        }

        return written;
    }

    /// <summary>
    /// Where an expression reads a variable; nowhere in a text that is no expression. A name that an expression binds itself is
    /// another variable. Of an expression that is not JSONata yet, every name counts.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> PartsOf(string written, string variable) =>
        !ExpressionText.TryRead(written, out var jsonata) ? []
        : JsonataExpression.TryCompile(jsonata, null, out var expression, out _)
            ? expression
                .FreeVariables.Where(read => read.Name == variable)
                .Select(read => (ExpressionText.Start + read.Start, read.Length))
        : Regex
            .Matches(jsonata, $@"\${Regex.Escape(variable)}(?!\w)")
            .Select(match => (ExpressionText.Start + match.Index, match.Length));

    private static EditableJson RenameInTests(EditableJson text, string from, string to)
    {
        if (text.Get("/tests") is not { ValueKind: JsonValueKind.Array } tests)
        {
            return text;
        }

        var names = NamesInTests(text, from);
        for (var index = 0; index < tests.GetArrayLength(); index++)
        {
            foreach (var holder in (string[])[$"/tests/{index}/answers", $"/tests/{index}/expect/requests"])
            {
                foreach (
                    var member in text.Get(holder).Members().Select(one => one.Name).Where(name => names.IsMatch(name)).ToList()
                )
                {
                    text = text.Rename(JsonPointer.Append(holder, member), names.Replace(member, to));
                }
            }

            var path = $"/tests/{index}/expect/path";
            foreach (var (place, label) in text.Get(path).Items().Index().ToList())
            {
                if (label.ValueKind == JsonValueKind.String && names.IsMatch(label.GetString()!))
                {
                    text = text.Set(JsonPointer.Append(path, place), Value(names.Replace(label.GetString()!, to)));
                }
            }
        }

        return text;
    }

    // The steps of a flow that is compiled in have the label of its runFlow step as a prefix.
    private static Regex NamesInTests(EditableJson text, string label)
    {
        var steps = StepPlace.All(text.Root).ToList();
        var others = steps.Where(step => step.Label != label).Select(step => Regex.Escape(step.Label));
        return steps.Any(step => step.Label == label && step.Kind == "runFlow")
            ? new Regex($@"^(?!(?:{string.Join('|', others)})$){Regex.Escape(label)}(?=_|$)")
            : new Regex($"^{Regex.Escape(label)}$");
    }

    private static JsonElement Value(string text) => JsonOutput.Element(writer => writer.WriteStringValue(text));
}
