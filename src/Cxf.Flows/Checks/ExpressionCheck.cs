using System.Text.Json;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks;

/// <summary>Every expression is JSONata that Step Functions takes, and every variable in it is one that the flow has.</summary>
internal sealed class ExpressionCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        var variables = FlowVariables.Of(flow);
        foreach (var value in flow.AllSteps.SelectMany(step => step.Values))
        {
            Check(value.Json, value.Pointer, variables, report);
        }

        foreach (var step in flow.AllSteps.OfType<RestApiStep>().Where(step => step.Select is not null))
        {
            CheckSelect(step, report);
        }
    }

    private static void Check(JsonElement json, string pointer, FlowVariables variables, JsonDocumentReader report)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    Check(member.Value, JsonPointer.Append(pointer, member.Name), variables, report);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    Check(item, JsonPointer.Append(pointer, index++), variables, report);
                }

                break;
            case JsonValueKind.String:
                CheckText(json.GetString()!, pointer, variables, report);
                break;
        }
    }

    private static void CheckText(string text, string pointer, FlowVariables variables, JsonDocumentReader report)
    {
        if (!ExpressionText.TryRead(text, out var jsonata))
        {
            if (ExpressionText.LooksLikeExpression(text))
            {
                report.Report(pointer, FlowCodes.ExpressionMarks, "The text holds {% or %} but is not an expression as a whole.",
                    "Start the text with {% and end it with %}; join texts inside it with &.");
            }

            return;
        }

        if (!JsonataExpression.TryCompile(jsonata, JsonataOptions.StepFunctions, out var expression, out var errors))
        {
            foreach (var error in errors)
            {
                report.ReportInText(pointer, ExpressionText.Start + Math.Max(0, error.Position), FlowCodes.ExpressionSyntax,
                    $"The expression is not JSONata ({error.Code}): {error.Message}", "Correct the expression at this place.");
            }

            return;
        }

        foreach (var context in expression.ContextReferences)
        {
            report.ReportInText(pointer, ExpressionText.Start + context.Start, FlowCodes.ExpressionContext,
                $"\"{context.Text}\" has no meaning at the top of an expression.", "Start from a variable: $payload, $contact, $flow or a step's label.");
        }

        foreach (var variable in expression.FreeVariables.Where(variable => !variables.Has(variable.Name)))
        {
            report.ReportInText(pointer, ExpressionText.Start + variable.Start, FlowCodes.VariableUnknown,
                $"Nothing defines ${variable.Name}.", $"Use one of: {string.Join(", ", variables.Names.Select(name => "$" + name))}.");
        }
    }

    private static void CheckSelect(RestApiStep step, JsonDocumentReader report)
    {
        var pointer = step.Pointer + "/select";
        if (JsonataExpression.TryCompile(step.Select!, JsonataOptions.StepFunctions, out _, out var errors))
        {
            return;
        }

        foreach (var error in errors)
        {
            report.ReportInText(pointer, Math.Max(0, error.Position), FlowCodes.ExpressionSyntax,
                $"\"select\" is not JSONata ({error.Code}): {error.Message}", "Correct it; it is applied to the answer's body and stands without {% %}.");
        }
    }
}
