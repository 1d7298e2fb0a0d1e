using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Flows.Runs;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// Test cases of the exported contact flow: each is the Content of CreateTestCase. They mock the functions, so they test the
/// contact flow without a flow. APIReference/testing-language.html
/// </summary>
internal sealed class ExportedTests
{
    private const string RunId = "00000000-0000-4000-8000-000000000000-0123456789abcdef0123456789abcdef";
    private const string Sentence = "This is the answer of the test.";

    private readonly ExportRequest _request;
    private readonly Dictionary<string, string> _texts;
    private readonly TestCaseContent _content = new();

    private ExportedTests(ExportRequest request)
    {
        _request = request;
        _texts = JsonNode.Parse(ConnectExporter.ContactFlow(request))!["Actions"]!
            .AsArray()
            .Where(action => action!["Parameters"]!["Text"] is not null)
            .ToDictionary(
                action => action!["Identifier"]!.GetValue<string>(),
                action => action!["Parameters"]!["Text"]!.GetValue<string>()
            );
    }

    /// <summary>The test cases by their names.</summary>
    public static IReadOnlyList<(string Name, string Content)> Of(ExportRequest request) =>
        [
            (
                "the-flow-succeeds",
                new ExportedTests(request).Write([Answer(AnswerStatus.Succeeded)], [], [Sentence, ConnectExporter.Goodbye])
            ),
            (
                "the-flow-takes-longer",
                new ExportedTests(request).Write(
                    [Answer(AnswerStatus.Running)],
                    [Answer(AnswerStatus.Running), Answer(AnswerStatus.Succeeded)],
                    [RunBlocks.Comfort, Sentence, ConnectExporter.Goodbye]
                )
            ),
            (
                "the-flow-fails",
                new ExportedTests(request).Write(
                    [Answer(AnswerStatus.Failed)],
                    [],
                    ["We are sorry. " + Sentence, ConnectExporter.Goodbye]
                )
            ),
        ];

    private string Write(JsonObject[] executed, JsonObject[] asked, string[] heard)
    {
        _content.Begin(
            executed
                .Select(answer => TestCaseContent.Mock(_request.ExecuteFlowArn, answer))
                .Concat(asked.Select(answer => TestCaseContent.Mock(_request.GetFlowResultArn, answer)))
        );
        _content.Hear("greeting", _texts[ConnectExporter.Greeting]);
        if (_texts.TryGetValue(ConnectExporter.Menu, out var menu))
        {
            _content.Hear("menu", menu, _request.Key);
        }

        foreach (var field in RequiredField.Of(_request.Flow.Input.Schema).Where(field => field.Input is not null))
        {
            Enter(field);
        }

        foreach (var text in heard)
        {
            _content.Hear("message", _texts.GetValueOrDefault(text, text));
        }

        return CompactJson.Write(_content.End()) + "\n";
    }

    private void Enter(RequiredField field)
    {
        var question = _texts[Questions.Ask(field)];
        if (field.Input is KeypadInput.Digits digits)
        {
            _content.Hear("question", question, Example(field, digits) + (digits.IsFixed ? "" : "#"));
            _content.Hear("confirmation", Questions.Correct, "1");
        }
        else
        {
            _content.Hear("question", question, "1");
        }
    }

    // What the flow's own tests or its contract have, if keys can express it.
    private string Example(RequiredField field, KeypadInput.Digits digits)
    {
        var example =
            PayloadExample.Of(_request.Flow) is { } payload && payload.Json.TryGetProperty(field.Name, out var value)
                ? value.AsText()
                : "";
        return example.Length > 0 && example.Length <= digits.Max && example.All(char.IsAsciiDigit) ? example
            : field.Schema.Type == ContractType.String ? new string('1', digits.Min)
            : KeypadInput.LeastWhole(field.Schema).ToString("F0", CultureInfo.InvariantCulture);
    }

    private static JsonObject Answer(string status) =>
        new()
        {
            ["status"] = status,
            ["runId"] = RunId,
            ["errorCode"] = status == AnswerStatus.Failed ? "FlowFailed" : FlowAnswer.None,
            ["message"] = status == AnswerStatus.Running ? FlowAnswer.None : Sentence,
        };
}
