using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>
/// A call of a name without <c>$</c>, as the methods of other languages are written. JSONata reads a field there, and calling it
/// always fails.
/// </summary>
internal static partial class CalledField
{
    /// <summary>The calls in an expression.</summary>
    public static IEnumerable<JsonataMistake> In(JsonataExpression expression) =>
        MayHaveCalls().IsMatch(expression.Text)
            ? expression.Syntax.DescendantsAndSelf().Select(node => In(expression, node)).OfType<JsonataMistake>()
            : [];

    private static JsonataMistake? In(JsonataExpression expression, JsonataSyntax node) =>
        node is { Kind: JsonataSyntaxKind.Call, Parts: [{ Kind: JsonataSyntaxKind.Field, Name: { } name } called, ..] }
        && !expression.ContextReferences.Any(context => context.Start + context.Length == called.Position)
            ? new JsonataMistake(
                called.Position - name.Length,
                $"{name} is a field, not a function: the names of functions begin with $.",
                Fix(name)
            )
            : null;

    /// <summary>What to write instead of a call of a name.</summary>
    public static string Fix(string name) =>
        Suggestion.Nearest(name, StepLabel.Functions, FlowSynonyms.All) is { } function
            ? $"Write ${function}(value), with the value in the parentheses."
            : "Call a function as $name(value).";

    [GeneratedRegex(@"[A-Za-z_]\w*\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex MayHaveCalls();
}
