using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The fields that an expression reads can be there.</summary>
internal sealed partial class UnknownField()
    : FlowRule(
        FlowCodes.FieldUnknown,
        DiagnosticSeverity.Warning,
        "A field that the value never has.",
        "A contract without further properties, the answer of a call and the contact have known fields; another name "
            + "gives nothing, without an error."
    )
{
    public override void Check(CheckedFlow flow)
    {
        CheckOpenContract(flow);

        // Where the whole expression has no value because of it, that is the greater problem and reported as such.
        foreach (var typed in flow.Typed.Where(typed => !typed.NeverHasValue))
        {
            foreach (var conflict in typed.Conflicts(JsonataConflictKind.NoSuchField))
            {
                ReportInText(
                    flow,
                    typed.Expression.Pointer,
                    ExpressionText.Start + conflict.Position,
                    conflict.Message,
                    Fix(conflict.Message)
                );
            }
        }
    }

    // A contract that allows further fields makes no field impossible, but one that it does not name is probably misspelt.
    private void CheckOpenContract(CheckedFlow flow)
    {
        if (flow.Flow.Input.Schema is not { AdditionalProperties: true, Properties.Count: > 0 } contract)
        {
            return;
        }

        foreach (var expression in flow.Expressions.Where(expression => expression.Compiled is not null))
        {
            foreach (
                Match field in PayloadField()
                    .Matches(expression.Text)
                    .Where(field => !contract.Properties.ContainsKey(field.Groups[1].Value) && flow.Document.Lists(Kind.Code))
            )
            {
                ReportInText(
                    flow,
                    expression.Pointer,
                    field.Groups[1].Index,
                    $"The contract has no field \"{field.Groups[1].Value}\".",
                    $"{flow.Document.Suggest(field.Groups[1].Value, [.. contract.Properties.Keys], "$payload.")} "
                        + "Or add the field to \"properties\" in \"input\"."
                );
            }
        }
    }

    [GeneratedRegex(@"\$payload\.([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex PayloadField();

    internal static string Fix(string message)
    {
        var (name, known) = Field().Match(message) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value.Split(", "))
            : ("", []);
        return name is "customerNumber" or "systemNumber"
                ? $"Add \"contactFields\": [\"{name}\"], so that the run's input contains it."
            : known.Contains("body") && known.Contains("durationMs")
                ? $"Did you mean body.{name}? The answer of a call is in \"body\"."
            : Suggestion.Nearest(name, known) is { } nearest ? $"Did you mean {nearest}?"
            : "Use one of these names, or add the field: to \"select\" of the call, or to the contract.";
    }

    [GeneratedRegex("field \"(.+?)\" here; it has (.+)\\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
