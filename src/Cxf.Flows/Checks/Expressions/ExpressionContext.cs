using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Expressions start from variables.</summary>
internal sealed partial class ExpressionContext()
    : FlowRule(
        FlowCodes.ExpressionContext,
        DiagnosticSeverity.Error,
        "$, $$ or a bare field name at the top of an expression.",
        "An expression of a state has no input of its own, so Step Functions refuses them."
    )
{
    public override void Check(CheckedFlow flow)
    {
        var variables = FlowVariables.Of(flow);
        foreach (var expression in flow.Expressions)
        {
            var contexts = expression.Compiled?.ContextReferences ?? [];
            if (
                contexts.FirstOrDefault(context => context.Text.AsSpan().ContainsAny(CurlyQuotes.All)) is
                { Text: { } quoted } first
            )
            {
                // The words of the text look like fields; they are one mistake.
                var at = quoted.AsSpan().IndexOfAny(CurlyQuotes.All);
                ReportInText(
                    flow,
                    expression.Pointer,
                    ExpressionText.Start + first.Start + at,
                    CurlyQuotes.Message(quoted[at]),
                    CurlyQuotes.Fix
                );
                continue;
            }

            foreach (var context in contexts.Where(_ => flow.Document.Lists(Kind.Code)))
            {
                ReportInText(
                    flow,
                    expression.Pointer,
                    ExpressionText.Start + context.Start,
                    $"\"{context.Text}\" has no meaning at the top of an expression.",
                    Fix(expression.Text, context, variables)
                );
            }
        }
    }

    private static string Fix(string text, JsonataContextReference context, FlowVariables variables)
    {
        var name = context.Text;
        var end = ExpressionText.Start + context.Start + context.Length;
        var rest = text.Substring(end, Math.Min(StepLabel.MaxLength, text.Length - end));
        if (name is "$" or "$$" && Field().Match(rest) is { Success: true } field)
        {
            name = field.Groups[1].Value;
            return variables.Names.Contains(name)
                ? $"Write ${name} instead of {context.Text}.{name}."
                : $"Write $payload.{name} for a field of the payload, or start from another variable.";
        }

        return CallStart().IsMatch(rest) ? CalledField.Fix(name)
            : variables.Names.Contains(name) ? $"Did you mean ${name}?"
            : name is "undefined" ? "Write $exists(…) to ask whether there is a value."
            : name is "True" or "False" or "Null" or "NULL" or "TRUE" or "FALSE" ? $"Write {name.ToLowerInvariant()}."
            : Name().IsMatch(name)
                ? $"Write $payload.{name} for a field of the payload, '{name}' for text, or start from another variable."
            : "Start from a variable: $payload, $contact, $flow or a step's label.";
    }

    [GeneratedRegex(@"\A\w+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A\.(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\A\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex CallStart();
}
