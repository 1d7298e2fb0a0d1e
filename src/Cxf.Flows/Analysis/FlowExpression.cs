using System.Text.RegularExpressions;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>One string of a flow that may be an expression, with what its place asks of the value.</summary>
/// <param name="Step">The step that evaluates it.</param>
/// <param name="Pointer">The location of the string.</param>
/// <param name="Text">The string, marks included.</param>
/// <param name="Need">What the place needs.</param>
internal sealed partial record FlowExpression(FlowStep Step, string Pointer, string Text, PlaceNeed Need)
{
    /// <summary>The compiled expression; null for plain text and for what is not JSONata.</summary>
    public JsonataExpression? Compiled { get; init; }

    /// <summary>The variables whose existence the expression asks for, and so knows what it does.</summary>
    public HashSet<string> GuardedVariables => field ??= [.. Guard().Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>Whether it chooses a value by a condition, and so may know that another one does not exist.</summary>
    public bool AsksForExistence => Text.Contains('?') || Text.Contains("$exists(");

    /// <summary>Why it is not JSONata; empty for plain text.</summary>
    public IReadOnlyList<JsonataError> Errors { get; init; } = [];

    /// <summary>Whether the name of this variable is in the text.</summary>
    public bool Mentions(string variable) => Variable().Matches(Text).Any(match => match.Groups[1].Value == variable);

    public static FlowExpression Read(FlowStep step, string pointer, string text, PlaceNeed need, FlowAnalysis analysis)
    {
        var read = new FlowExpression(step, pointer, text, need);
        return ExpressionText.TryRead(text, out var jsonata)
            ? read with
            {
                Compiled = analysis.Compile(jsonata, out var errors),
                Errors = errors,
            }
            : read;
    }

    [GeneratedRegex(@"\$exists\(\s*\$(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Guard();

    [GeneratedRegex(@"\$(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}

/// <summary>What a place needs of its value.</summary>
/// <param name="Kinds">The kinds that are of use there.</param>
/// <param name="Words">The same in words, e.g. "true or false".</param>
internal sealed record PlaceNeed(JsonataKinds Kinds, string Words)
{
    public static PlaceNeed Anything { get; } = new(JsonataKinds.Any, "a value");

    public static PlaceNeed Condition { get; } = new(JsonataKinds.Boolean, "true or false");

    public static PlaceNeed Text { get; } = new(JsonataKinds.String, "text");

    public static PlaceNeed Number { get; } = new(JsonataKinds.Number, "a number");

    public static PlaceNeed Object { get; } = new(JsonataKinds.Object, "an object");

    /// <summary>What Connect can speak or store: everything becomes text there.</summary>
    public static PlaceNeed Output { get; } = new(JsonataKinds.Scalar, "text, a number, true or false");

    /// <summary>One value that is no list counts as one item; undefined and null as none.</summary>
    public static PlaceNeed Items { get; } = new(JsonataKinds.Any & ~JsonataKinds.Function, "a list");
}
