using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Checks;

/// <summary>What a <c>respond</c> step gives to the contact flow can be read there: <c>$.External.&lt;name&gt;</c> is a flat map of texts.</summary>
internal sealed partial class OutputCheck : IFlowCheck
{
    public void Run(FlowDefinition flow, FlowSurroundings? surroundings, JsonDocumentReader report)
    {
        foreach (var outputs in flow.Steps.OfType<RespondStep>().Select(step => step.Outputs).OfType<FlowValue>())
        {
            foreach (var output in outputs.Json.EnumerateObject())
            {
                Check(output, JsonPointer.Append(outputs.Pointer, output.Name), report);
            }
        }
    }

    private static void Check(JsonProperty output, string pointer, JsonDocumentReader report)
    {
        if (FlowAnswer.OwnNames.Contains(output.Name))
        {
            report.ReportName(pointer, FlowCodes.OutputName, $"Every answer has a value \"{output.Name}\" of its own.", "Use another name.");
        }
        else if (!Name().IsMatch(output.Name))
        {
            report.ReportName(pointer, FlowCodes.OutputName, $"A contact flow cannot refer to $.External.{output.Name}.",
                "Use a letter followed by A-Z a-z 0-9 _.");
        }

        if (output.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null)
        {
            report.Report(pointer, FlowCodes.OutputValue, "A contact flow can read only texts, numbers and true or false.",
                "Give one value, e.g. \"{% $rest_api_1.body.id %}\".");
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
