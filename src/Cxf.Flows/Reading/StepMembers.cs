using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>The members that steps of several kinds have.</summary>
internal static class StepMembers
{
    public const int DescriptionLength = 1000;

    /// <summary>Reports members that the kind does not have, and a position that is not one.</summary>
    public static void RefuseUnknown(JsonCursor step, params ReadOnlySpan<string> own)
    {
        step.RefuseUnknown(["kind", "description", "position", .. own]);
        if (step.Member("position") is { } position && position.IsObject())
        {
            position.RefuseUnknown("x", "y");
            foreach (var coordinate in position.Members().Where(member => member.Kind != JsonValueKind.Number))
            {
                coordinate.ReportType("a number");
            }
        }
    }

    /// <summary>Reports a next step of a step that ends the flow.</summary>
    public static void RefuseNext(JsonCursor step)
    {
        if (step.Member("next") is { } next)
        {
            step.Reader.ReportName(
                next.Pointer,
                FlowCodes.Unknown,
                $"A step of kind \"{step.Member("kind")!.Element.GetString()}\" ends the flow, so it has no next step.",
                "Remove \"next\"."
            );
        }
    }

    public static string Description(JsonCursor holder) => holder.Member("description")?.AsText(DescriptionLength) ?? "";

    /// <summary>A member that names a step.</summary>
    public static StepTransition? Transition(JsonCursor holder, string name, string fix) =>
        holder.RequiredMember(name, fix) is { } member && member.AsText() is { } label
            ? new StepTransition(label, member.Pointer)
            : null;

    /// <summary>
    /// The step after this one. In the flow's own scope it must be given; false only where it is missing there or unreadable.
    /// </summary>
    public static bool TryReadNext(JsonCursor step, ScopeKind scope, string fix, out StepTransition? next)
    {
        var ends = scope != ScopeKind.Flow && step.Member("next") is null;
        next = ends ? null : Transition(step, "next", fix);
        return ends || next is not null;
    }

    /// <summary>The step that undoes this one; null when none is named.</summary>
    public static StepTransition? Undo(JsonCursor step) =>
        step.Member("undo") is { } member && member.AsText() is { } label ? new StepTransition(label, member.Pointer) : null;

    /// <summary>Reports members without a meaning in a step that undoes another.</summary>
    public static void RefuseInUndo(JsonCursor step, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (step.Member(name) is { } member)
            {
                step.Reader.ReportName(
                    member.Pointer,
                    FlowCodes.Unknown,
                    $"\"{step.Name}\" undoes another step, so it has no \"{name}\".",
                    $"Remove \"{name}\": after an undo step the flow fails as it would have failed without it."
                );
            }
        }
    }

    /// <summary>A member that may hold expressions; null when it is not given.</summary>
    public static FlowValue? Value(JsonCursor step, string name) => step.Member(name) is { } member ? ValueOf(member) : null;

    /// <summary>A member that is an object, or an expression that gives one; null when it is not given.</summary>
    public static FlowValue? Fields(JsonCursor step, string name) =>
        step.Member(name) is { } member && (IsExpression(member) || member.IsObject()) ? ValueOf(member) : null;

    /// <summary>A member that must be an expression; null after a report.</summary>
    public static FlowValue? Expression(JsonCursor member)
    {
        if (member.Kind == JsonValueKind.String && !IsExpression(member))
        {
            var text = member.Element.GetString()!;
            member.Report(
                FlowCodes.ExpressionRequired,
                $"\"{member.Name}\" is text, but it must be an expression{(member.Name == "seconds" ? " or a number" : "")}.",
                double.TryParse(text, CultureInfo.InvariantCulture, out _)
                    ? $"Write {text} without quotes, or an expression: \"{{% … %}}\"."
                    : $"Write it between marks: \"{{% {text} %}}\"."
            );
            return null;
        }

        return member.AsText() is not null ? ValueOf(member) : null;
    }

    public static FlowValue ValueOf(JsonCursor member) => new(member.Element, member.Pointer);

    public static bool IsExpression(JsonCursor member) =>
        member.Kind == JsonValueKind.String && ExpressionText.TryRead(member.Element.GetString()!, out _);
}
