using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Functions.PublishFlow;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Runs;

namespace Cxf.Local.Output;

/// <summary>What checks and tests of flow documents found, as JSON for programs.</summary>
internal static class FlowReportJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// <c>{"flows": [{file, tenantId, flowId, clock, bill, diagnostics, tests, ways}], "documents": [{file, diagnostics}]}</c>;
    /// clock and bill only for a flow without errors, tests and ways only if it was tested. The documents are the connections and
    /// <c>instances.json</c> if they have problems. Contact flows with test cases that ran are in <c>contactFlows</c>.
    /// </summary>
    public static string Write(
        IEnumerable<FlowReport> flows,
        IEnumerable<CheckedDocument> others,
        IReadOnlyList<ContactFlowReport> contactFlows
    ) =>
        JsonOutput.Text(
            json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("flows");
                foreach (var (document, tests) in flows)
                {
                    WriteFlow(json, document, tests);
                }

                json.WriteEndArray();
                json.WriteStartArray("documents");
                foreach (var document in others)
                {
                    json.WriteStartObject();
                    json.WriteString("file", document.Path);
                    json.WritePropertyName("diagnostics");
                    DiagnosticsJson.Write(json, document.Diagnostics);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                if (contactFlows.Count > 0)
                {
                    json.WriteStartArray("contactFlows");
                    foreach (var report in contactFlows)
                    {
                        report.Write(json);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            },
            Readable
        );

    private static void WriteFlow(Utf8JsonWriter json, FlowDocument document, FlowTestReport? tests)
    {
        json.WriteStartObject();
        json.WriteString("file", document.File.Path);
        json.WriteString("tenantId", document.File.Tenant.Value);
        if (document.Reading.Flow is { } flow)
        {
            json.WriteString("flowId", flow.Id.Value);
            document.CostOf(flow).Write(json);
        }

        json.WritePropertyName("diagnostics");
        DiagnosticsJson.Write(json, document.Reading.Diagnostics);
        if (tests is not null)
        {
            WriteTests(json, document, tests);
            WriteWays(json, document.Source, tests);
        }

        json.WriteEndObject();
    }

    private static void WriteTests(Utf8JsonWriter json, FlowDocument document, FlowTestReport tests)
    {
        var source = document.Source;
        var urls = ConnectionUrls.Of(document.File);
        var personalData = new PersonalData(document.Reading.Flow?.Input.SensitiveNames() ?? []) { ShowsAll = true };
        json.WriteStartArray("tests");
        foreach (var result in tests.Results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Test.Name);
            WritePlace(json, source, result.Test.Pointer);
            json.WriteBoolean("passed", result.Passed);
            json.WriteNumber("seconds", result.Duration.TotalSeconds);
            json.WriteStartArray("path");
            result.Path.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("differences");
            foreach (var difference in result.Differences)
            {
                json.WriteStartObject();
                json.WriteString("what", difference.What);
                WritePlace(json, source, difference.Pointer);
                json.WriteString("expected", difference.Expected);
                json.WriteString("actual", difference.Actual);
                json.WriteEndObject();
            }

            json.WriteEndArray();

            // Made first: they contain the values that the failure must not show.
            var steps = StepJson.List(HistoryRows.From(ExecutionEvents.Of(result.History), urls.Find), personalData);
            json.WriteString("failure", result.Failure is { } failure ? personalData.ShownSentence(failure.ToString()) : null);
            json.WritePropertyName("steps");
            steps.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWays(Utf8JsonWriter json, JsonSource source, FlowTestReport tests)
    {
        json.WriteStartArray("ways");
        foreach (var way in tests.Ways)
        {
            json.WriteStartObject();
            json.WriteString("from", way.From);
            json.WriteString("name", way.Name);
            json.WriteString("to", way.To);
            json.WriteString("when", way.When);
            WritePlace(json, source, way.Pointer);
            json.WriteNumber("taken", way.Taken);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A location in the same form as in diagnostics.</summary>
    private static void WritePlace(Utf8JsonWriter json, JsonSource source, string pointer)
    {
        var position = source.PositionOf(pointer);
        json.WriteString("pointer", pointer);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
    }
}
