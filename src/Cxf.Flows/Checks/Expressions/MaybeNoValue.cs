using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;
using Cxf.Jsonata;

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
        // A name in "required" that no property has was meant for one of the properties: then nobody knows which are optional.
        var optionalIsKnown = !flow.Document.Diagnostics.Any(said => said.Code == FlowCodes.ContractRequiredUnknown);
        foreach (var typed in flow.Typed.Where(typed => typed is { AlwaysFails: false, NeverHasValue: false }))
        {
            var (expression, missing) = (typed.Expression, typed.MissingWithout);
            if (optionalIsKnown && expression.Step is RestApiStep && expression.Pointer == expression.Step.Pointer + "/path")
            {
                CheckPath(flow, expression);
            }

            if (expression.Need == PlaceNeed.Items || missing is null || expression.AsksForExistence)
            {
                continue;
            }

            var (name, cause) = missing;
            if (cause == MissingCause.OptionalField && !optionalIsKnown)
            {
                continue;
            }

            var reason = cause switch
            {
                MissingCause.OptionalField => $"{name} is optional",
                MissingCause.OptionalMember => $"{name} is optional in the answer, as the API documents it",
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

    // Joined with other text, nothing is an empty text: an order without its number is the list of all orders.
    private void CheckPath(CheckedFlow flow, FlowExpression path)
    {
        var schema = flow.Flow.Input.Schema;
        var missing = OptionalField(
            path.Compiled!.Syntax,
            name => schema.Properties.ContainsKey(name) && !schema.Required.Contains(name)
        );
        if (missing is not null && !path.AsksForExistence)
        {
            Report(
                flow,
                path.Pointer,
                $"The path may lack a part: $payload.{missing} is optional.",
                "Without it the call goes to another resource. Add the field to \"required\" in \"input\", or write a path for "
                    + $"that case: $exists($payload.{missing}) ? … : …."
            );
        }
    }

    private static string? OptionalField(JsonataSyntax joined, Func<string, bool> isOptional) =>
        joined switch
        {
            { Kind: JsonataSyntaxKind.Binary, Name: "&" } or { Kind: JsonataSyntaxKind.Block, Parts.Count: 1 } => joined
                .Parts.Select(part => OptionalField(part, isOptional))
                .FirstOrDefault(field => field is not null),
            { Kind: JsonataSyntaxKind.Call, Parts: [{ Name: "encodeUrlComponent" or "string" }, var value] } => OptionalField(
                value,
                isOptional
            ),
            {
                Kind: JsonataSyntaxKind.Path,
                Parts: [
                    { Kind: JsonataSyntaxKind.Variable, Name: "payload" },
                    { Kind: JsonataSyntaxKind.Field, Name: { } field },
                    ..,
                ]
            } => isOptional(field) ? field : null,
            _ => null,
        };

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
