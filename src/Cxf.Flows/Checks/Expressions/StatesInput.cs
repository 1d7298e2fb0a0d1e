using System.Text.RegularExpressions;
using Cxf.Documents;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The payload is read as <c>$payload</c>.</summary>
internal sealed partial class StatesInput()
    : FlowRule(
        FlowCodes.StatesInput,
        DiagnosticSeverity.Error,
        "$states.input, which is not the payload.",
        "The input of a state is what the state before it put out; the compiler decides which state that is."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var expression in flow.Expressions.Where(expression =>
                expression.Compiled?.FreeVariables.Any(variable => variable.Name == "states") == true
            )
        )
        {
            foreach (Match use in Use().Matches(expression.Text).Where(use => flow.Document.Lists(Kind.Code)))
            {
                var rest = use.Groups[1].Value;
                ReportInText(
                    flow,
                    expression.Pointer,
                    use.Index,
                    "$states.input is the input of one state, not the payload of the run.",
                    rest.StartsWith(".payload", StringComparison.Ordinal) || rest.StartsWith(".contact", StringComparison.Ordinal)
                        ? $"Write ${rest[1..]}."
                        : "Read $payload, $contact or the result of a step."
                );
            }
        }
    }

    [GeneratedRegex(@"\$states\.input\b((?:\.\w+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Use();
}
