using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A whole number in an expression is the number that is evaluated.</summary>
internal sealed partial class InexactNumber()
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
        // Most expressions have no number so long, and their nodes need no look.
        foreach (var (pointer, start, jsonata) in flow.Jsonata().Where(one => MayBeRounded().IsMatch(one.Expression.Text)))
        {
            foreach (var node in jsonata.Syntax.DescendantsAndSelf().Where(node => node.Kind == JsonataSyntaxKind.Number))
            {
                Check(flow, pointer, start, DigitsBefore(jsonata.Text, node.Position), node.Value.GetDouble());
            }
        }
    }

    private void Check(CheckedFlow flow, string pointer, int start, (int Index, string Digits) written, double held)
    {
        // The digits of a fraction or of an exponent are not the whole number.
        if (
            written.Digits.Length > 0
            && double.Parse(written.Digits, CultureInfo.InvariantCulture) == held
            && new BigInteger(held) is var whole
            && whole != BigInteger.Parse(written.Digits, CultureInfo.InvariantCulture)
        )
        {
            ReportInText(
                flow,
                pointer,
                start + written.Index,
                $"{written.Digits} becomes {whole}, because JSONata cannot hold it exactly.",
                $"If it is an ID, write it as text: '{written.Digits}'. A number cannot be compared with it exactly."
            );
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

    // The digits of 2^53, up to which every whole number is exact.
    [GeneratedRegex("[0-9]{16}", RegexOptions.CultureInvariant)]
    private static partial Regex MayBeRounded();
}
