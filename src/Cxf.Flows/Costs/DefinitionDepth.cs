using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Checks;

namespace Cxf.Flows.Costs;

/// <summary>The compiled machine is one that can be read.</summary>
internal sealed class DefinitionDepth()
    : FlowRule(
        FlowCodes.DefinitionDepth,
        DiagnosticSeverity.Error,
        "A flow whose state machine is nested too deeply.",
        "Readers of JSON, those of the embedded Step Functions among them, take 64 levels; each compiled-in version, "
            + "branch or loop adds three or four."
    )
{
    /// <summary>The levels that .NET's readers of JSON take by default.</summary>
    private const int MaxLevels = 64;

    /// <summary>What a state has around and above the values of its step.</summary>
    private const int StateLevels = 8;

    public override void Check(CheckedFlow flow)
    {
        if (flow.Measures is not { IsTooLarge: false } measures)
        {
            return;
        }

        if (measures.Versions > MachineMeasures.MaxVersions)
        {
            Report(
                flow,
                $"Versions are compiled into each other {measures.Versions} deep; the maximum is {MachineMeasures.MaxVersions}."
            );
        }
        else if (
            (measures.Versions > 0 || LevelsOf(JsonMarshal.GetRawUtf8Value(flow.Document.Root.Element)) + StateLevels > MaxLevels)
            && measures.Definition is { } definition
            && LevelsOf(Encoding.UTF8.GetBytes(definition)) is var levels
            && levels > MaxLevels
        )
        {
            Report(flow, $"The machine nests {levels} levels deep; {MaxLevels} can be read.");
        }
    }

    private void Report(CheckedFlow flow, string message) =>
        ReportName(
            flow,
            "/steps",
            message,
            "Run one of the inner flows live (\"runFlow\" without \"version\"), or nest fewer branches and loops."
        );

    private static int LevelsOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var levels = 0;
        while (reader.Read())
        {
            // The token that opens a level is not counted as inside of it yet.
            levels = Math.Max(
                levels,
                reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0)
            );
        }

        return levels;
    }
}
