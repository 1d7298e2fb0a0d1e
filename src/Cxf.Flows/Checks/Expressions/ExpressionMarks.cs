using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A text is an expression as a whole or not at all.</summary>
internal sealed partial class ExpressionMarks()
    : FlowRule(
        FlowCodes.ExpressionMarks,
        DiagnosticSeverity.Error,
        "Text that was meant to be an expression, or to contain one.",
        "Only a text that starts with {% and ends with %} is evaluated. Any other is taken literally, and the caller would hear "
            + "the marks."
    )
{
    public override void Check(CheckedFlow flow)
    {
        var variables = FlowVariables.Of(flow);
        foreach (var expression in flow.Expressions.Where(expression => !ExpressionText.TryRead(expression.Text, out _)))
        {
            if (ExpressionText.LooksLikeExpression(expression.Text))
            {
                Marks(flow, expression);
            }
            else if (
                expression.Need != PlaceNeed.Condition
                && Template().Match(expression.Text) is { Success: true } found
                && IsMeant(expression, found, variables)
            )
            {
                ReportInText(
                    flow,
                    expression.Pointer,
                    found.Index,
                    $"{found.Value} is taken literally: it is not an expression.",
                    $"Write \"{Joined(expression.Text, Template(), match => Variable(match, variables))}\"."
                );
            }
        }
    }

    private void Marks(CheckedFlow flow, FlowExpression expression)
    {
        var text = expression.Text;
        var (message, fix) =
            ExpressionText.TryRead(text.Trim(), out _)
                ? ("There is white space outside the marks of the expression.", $"Write \"{text.Trim()}\".")
            : Inner().IsMatch(text)
                ? (
                    "The text contains an expression but is not one as a whole.",
                    $"Write \"{Joined(text, Inner(), match => match.Groups[1].Value.Trim())}\"."
                )
            : text.StartsWith("{%")
                ? ("The expression starts with {% but does not end with %}.", "Write %} at the end of the text.")
            : text.EndsWith("%}")
                ? ("The expression ends with %} but does not start with {%.", "Write {% at the start of the text.")
            : (
                "The text contains {% or %}, but it is not an expression.",
                "Start the text with {% and end it with %}; join texts inside it with &."
            );
        Report(flow, expression.Pointer, message, fix);
    }

    // Third parties have templates, too: elsewhere than in what this flow reads itself, only its own variables are meant.
    private static bool IsMeant(FlowExpression expression, Match found, FlowVariables variables) =>
        expression.Need != PlaceNeed.Anything || variables.Names.Contains(Name(found).Split('.')[0]);

    private static string Variable(Match found, FlowVariables variables)
    {
        var name = Name(found);
        return variables.Names.Contains(name.Split('.')[0]) ? "$" + name : "$payload." + name;
    }

    private static string Name(Match found) => found.Groups.Values.Skip(1).First(group => group.Success).Value;

    // The parts of a text and its expressions, joined with &.
    private static string Joined(string text, Regex parts, Func<Match, string> expression)
    {
        var joined = new List<string>();
        var at = 0;
        foreach (Match match in parts.Matches(text))
        {
            Add(text[at..match.Index]);
            joined.Add(expression(match));
            at = match.Index + match.Length;
        }

        Add(text[at..]);
        return $"{{% {string.Join(" & ", joined)} %}}";

        void Add(string literal)
        {
            if (literal.Length > 0)
            {
                joined.Add(literal.Contains('\'') ? JsonataText.Literal(literal).Replace("\"", "\\\"") : $"'{literal}'");
            }
        }
    }

    [GeneratedRegex(@"\{%(.*?)%\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Inner();

    // {{name}}, ${name}, { $name } and $payload.name.
    [GeneratedRegex(
        @"\{\{\s*\$?([A-Za-z_][\w.]*)\s*\}\}|\$\{\s*\$?([A-Za-z_][\w.]*)\s*\}"
            + @"|\{\s*\$([A-Za-z_][\w.]*)\s*\}|\$(payload\.[A-Za-z_][\w.]*\w)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Template();
}
