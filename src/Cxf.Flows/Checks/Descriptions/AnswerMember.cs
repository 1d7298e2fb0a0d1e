using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks.Expressions;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>The members of answers that expressions read are documented.</summary>
internal sealed class AnswerMember()
    : FlowRule(
        FlowCodes.AnswerMember,
        DiagnosticSeverity.Error,
        "A member of an answer that the connection's description does not have.",
        "An expression that reads a member which an answer does not have gives nothing, and the caller hears an apology."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var typed in flow.Typed)
        {
            Check(flow, typed.Expression.Pointer, ExpressionText.Start, typed.Conflicts(JsonataConflictKind.NotDocumented));
        }

        foreach (
            var step in flow.Flow.AllSteps.OfType<RestApiStep>().Where(step => step is { Described: not null, Select: not null })
        )
        {
            if (flow.Analysis.Compile(step.Select!, out _) is { } select)
            {
                var typing = select.InferTypes(new Dictionary<string, JsonataShape>(), DescribedShapes.OfBody(step));
                Check(
                    flow,
                    step.Pointer + "/select",
                    0,
                    typing.Conflicts.Where(conflict =>
                        conflict.Kind is JsonataConflictKind.NotDocumented or JsonataConflictKind.NoSuchField
                    )
                );
            }
        }
    }

    private void Check(CheckedFlow flow, string pointer, int start, IEnumerable<JsonataConflict> conflicts)
    {
        foreach (var conflict in conflicts.DistinctBy(conflict => conflict.Position))
        {
            var fix = UnknownField.Fix(conflict.Message);
            ReportInText(
                flow,
                pointer,
                start + conflict.Position,
                conflict.Message,
                fix.StartsWith("Did", StringComparison.Ordinal)
                    ? fix
                    : "Use one of these names. If the API has the member, import its description again: cxf connection import."
            );
        }
    }
}
