using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Where a value must exist, the expression has one for every payload and on every path.</summary>
internal sealed partial class MaybeNoValue()
    : FlowRule(
        FlowCodes.MaybeNoValue,
        DiagnosticSeverity.Warning,
        "An expression that has no value for some payloads, or on some paths.",
        "Step Functions fails a state whose expression has no value: every request without the optional field would fail."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var typed in flow.Typed.Where(typed => typed is { AlwaysFails: false, NeverHasValue: false }))
        {
            var (expression, missing) = (typed.Expression, typed.MissingWithout);
            if (expression.Need == PlaceNeed.Items || missing is null || expression.AsksForExistence)
            {
                continue;
            }

            var (name, cause) = missing;
            var reason = cause switch
            {
                MissingCause.OptionalField => $"{name} is optional",
                MissingCause.StepFailed => $"after an error, {name} has only the field \"error\"",
                _ => $"an older answer in {name} lacks members that are never stored",
            };
            var otherFix = cause == MissingCause.OptionalField ? "Add the field to \"required\" in \"input\", or write" : "Write";
            Report(
                flow,
                expression.Pointer,
                $"The expression may have no value: {reason}.",
                $"{otherFix} a value for that case: $exists({Read(expression.Text, name)}) ? … : …."
            );
        }
    }

    // What the expression reads of a variable, as written.
    private static string Read(string text, string variable) =>
        Reads()
            .Matches(text)
            .Select(read => read.Value.TrimEnd('.'))
            .FirstOrDefault(read => read == variable || read.StartsWith(variable + ".", StringComparison.Ordinal))
        ?? variable;

    [GeneratedRegex(@"\$\w[\w.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Reads();
}
