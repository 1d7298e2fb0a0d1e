using System.Globalization;
using System.Numerics;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A whole number in an expression is the number that is evaluated.</summary>
internal sealed class InexactNumber()
    : FlowRule(
        FlowCodes.InexactNumber,
        DiagnosticSeverity.Warning,
        "A whole number in an expression that JSONata cannot hold.",
        "The numbers of JSONata are exact up to 9007199254740992 (2^53). Above it they are rounded, so a long ID becomes "
            + "another one."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var expression in flow.Expressions)
        {
            Check(flow, expression.Pointer, ExpressionText.Start, expression.Compiled);
        }

        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>().Where(step => step.Select is not null))
        {
            Check(flow, step.Pointer + "/select", 0, flow.Analysis.Compile(step.Select!, out _));
        }
    }

    private void Check(CheckedFlow flow, string pointer, int start, JsonataExpression? expression)
    {
        // Most expressions have no number so long, and need no walk.
        if (expression is null || !HasLongDigits(expression.Text))
        {
            return;
        }

        foreach (var node in expression.Syntax.DescendantsAndSelf().Where(node => node.Kind == JsonataSyntaxKind.Number))
        {
            var (index, written) = DigitsBefore(expression.Text, node.Position);

            // The digits of a fraction or of an exponent are not a whole number.
            if (
                written.Length > 0
                && double.Parse(written, CultureInfo.InvariantCulture) is var number
                && number == node.Value.GetDouble()
                && new BigInteger(number) is var held
                && held != BigInteger.Parse(written, CultureInfo.InvariantCulture)
            )
            {
                ReportInText(
                    flow,
                    pointer,
                    start + index,
                    $"{written} becomes {held}, because JSONata cannot hold it exactly.",
                    $"If it is an ID, write it as text: '{written}'. A number cannot be compared with it exactly."
                );
            }
        }
    }

    private static (int Index, string Digits) DigitsBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return (start, text[start..end]);
    }

    private static bool HasLongDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 16)
            {
                return true;
            }
        }

        return false;
    }
}
