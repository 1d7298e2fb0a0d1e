using System.Text.Json;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.ContactFlows.Tests;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Local.ConnectExport;
using Cxf.Testing;

namespace Cxf.Local.Tests.ConnectExport;

/// <summary>The exported contact flow asks the caller for what the flow's contract requires.</summary>
public sealed class QuestionsTests
{
    private const string ExecuteFlowArn = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-ExecuteFlow:live";
    private const string GetFlowResultArn = "arn:aws:lambda:eu-central-1:111122223333:function:cxf-dev-GetFlowResult:live";
    private const string Succeeded = """{"status":"SUCCEEDED","runId":"run-1","errorCode":"NONE","message":"Done."}""";
    private const string Refused =
        """{"status":"REJECTED","runId":"NONE","errorCode":"PayloadInvalid","message":"payload.value must match it."}""";

    [Theory]
    [InlineData("""{ "enum": ["delivery", "invoice"] }""", "2", "invoice")]
    [InlineData("""{ "enum": [10, 20, 50] }""", "3", "50")]
    [InlineData("""{ "type": "boolean" }""", "1", "true")]
    [InlineData("""{ "type": "boolean" }""", "2", "false")]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 100000 }""", "1999#,1", "1999")]
    [InlineData("""{ "type": "number" }""", "7,1", "7")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{4}$" }""", "4711,1", "4711")]
    [InlineData("""{ "type": "string", "pattern": "^(?!0)\\d{8}$" }""", "12345678,1", "12345678")]
    [InlineData("""{ "type": "string", "pattern": "^(\\d{4}|\\d{6})$" }""", "471112,1", "471112")]
    [InlineData("""{ "type": "integer" }""", "19,2,20,1", "20")]
    [InlineData("""{ "type": "integer" }""", "none,20,1", "20")]
    [InlineData("""{ "type": "integer" }""", "19,none,20,1", "20")]
    [InlineData("""{ "enum": ["a", "b"] }""", "9,none,2", "b")]
    [InlineData("""{ "const": "only" }""", "", "only")]
    public async Task The_flow_gets_what_the_caller_entered(string field, string keys, string sent)
    {
        var (call, parameters) = await CallAsync(FlowWith(field), keys);

        Assert.Equal(sent, parameters.Single().GetProperty("value").GetString());
        Assert.Contains("Done.", call.Heard);
        Assert.Null(call.Problem);
    }

    [Theory]
    [InlineData("""{ "type": "string" }""")]
    [InlineData("""{ "type": "string", "pattern": "^O-[0-9]+$" }""")]
    [InlineData("""{ "type": "string", "pattern": "[0-9]{4}" }""")]
    [InlineData("""{ "type": "integer", "maximum": -1 }""")]
    [InlineData("""{ "type": "array" }""")]
    [InlineData("""{ "enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }""")]
    public async Task What_keys_cannot_express_is_an_attribute_of_the_contact(string field)
    {
        var (call, parameters) = await CallAsync(FlowWith(field), "");

        Assert.Equal("given", parameters.Single().GetProperty("value").GetString());
        Assert.DoesNotContain(call.Events, happened => happened is CallEvent.Asked);
    }

    [Theory]
    [InlineData("""{ "type": "integer" }""", "none,none,none")]
    [InlineData("""{ "enum": ["a", "b"] }""", "9,9,9")]
    public async Task A_caller_who_does_not_answer_three_times_hears_a_goodbye(string field, string keys)
    {
        var (call, parameters) = await CallAsync(FlowWith(field), keys);

        Assert.Empty(parameters);
        Assert.Equal(["We did not get an answer. Please call again.", "Thank you for calling. Goodbye."], call.Heard.TakeLast(2));
    }

    [Fact]
    public async Task The_words_are_those_of_the_contract_and_of_the_flow()
    {
        const string topic = """{ "enum": ["late_delivery", "invoice"], "description": "What is it about?" }""";
        var (call, _) = await CallAsync(FlowWith(topic, "Welcome to our help line. It opens a ticket."), "1");
        Assert.Equal(
            [
                "Hello. Welcome to our help line.",
                "What is it about? For late delivery, press 1. For invoice, press 2.",
                "Thank you. Please wait a moment.",
            ],
            call.Heard.Take(3)
        );

        (call, _) = await CallAsync(FlowWith("""{ "type": "integer", "title": "The amount in cents" }""", ""), "5,1");
        Assert.Equal(
            [
                "Hello.",
                "The amount in cents. Enter the digits, then press the pound key.",
                "You entered 5. If that is correct, press 1. To enter it again, press 2.",
            ],
            call.Heard.Take(3)
        );
    }

    [Theory]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{8}$" }""", "Enter 8 digits.")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]$" }""", "Enter 1 digit.")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{4,8}$" }""", "Enter 4 to 8 digits, then press the pound key.")]
    [InlineData(
        """{ "type": "string", "pattern": "^[0-9]+$", "maxLength": 9 }""",
        "Enter up to 9 digits, then press the pound key."
    )]
    [InlineData("""{ "type": "integer", "minimum": 1000, "maximum": 9999 }""", "Enter 4 digits.")]
    public async Task The_caller_is_asked_for_as_many_digits_as_the_contract_allows(string field, string words)
    {
        var (call, _) = await CallAsync(FlowWith(field), "");

        Assert.Contains(call.Heard, text => text.EndsWith(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 100, "maximum": 500 }""", "99#,501,250,1", "250")]
    [InlineData("""{ "type": "number", "minimum": 2.5 }""", "2#,3#,1", "3")]
    public async Task A_number_out_of_its_bounds_is_asked_for_again(string field, string keys, string sent)
    {
        var (call, parameters) = await CallAsync(FlowWith(field), keys);

        Assert.Equal(sent, parameters.Single().GetProperty("value").GetString());
        Assert.Contains("That number is not accepted.", call.Heard);
    }

    // No block can count digits, so the contract decides: nothing was started then.
    [Fact]
    public async Task A_caller_whose_answer_the_contract_refuses_is_asked_again()
    {
        const string eight = """{ "type": "string", "pattern": "^[0-9]{8}$" }""";
        var (call, parameters) = await CallAsync(FlowWith(eight), "4711#,1,00004711,1", Refused, Succeeded);
        Assert.Equal(["4711", "00004711"], parameters.Select(sent => sent.GetProperty("value").GetString()));
        Assert.Contains("That was not accepted. Please enter it again.", call.Heard);
        Assert.Contains("Done.", call.Heard);
        Assert.Null(call.Problem);

        (call, parameters) = await CallAsync(FlowWith(eight), "1#,1,2#,1,3#,1,4#,1", Refused);
        Assert.Equal(3, parameters.Count);
        Assert.Contains("We are sorry, that did not work. Please call again later.", call.Heard);
    }

    // Asking again cannot mend these.
    [Theory]
    [InlineData("PayloadInvalid", "FlowNotLive")]
    [InlineData("payload.value must match", "payload.customerId is missing; payload.values must match")]
    public async Task A_caller_is_not_asked_again_for_what_was_not_refused(string text, string other)
    {
        var (call, parameters) = await CallAsync(
            FlowWith("""{ "type": "string", "pattern": "^[0-9]{8}$" }"""),
            "1#,1,2#,1",
            Refused.Replace(text, other)
        );

        Assert.Single(parameters);
        Assert.Contains("We are sorry, that did not work. Please call again later.", call.Heard);
    }

    [Fact]
    public void Every_export_is_valid_whatever_the_fields_are_called()
    {
        string[] names = ["value", "order number", "a.b", "ünïcode", new string('n', 60), "Check the status"];
        var fields = string.Join(", ", names.Select(name => $"\"{name}\": {{ \"type\": \"integer\" }}"));
        var required = string.Join(", ", names.Select(name => $"\"{name}\""));
        var flow = Read($$"""{ "type": "object", "properties": { {{fields}} }, "required": [{{required}}] }""", "");
        Assert.Empty(ContactFlowReader.Read(ConnectExporter.ContactFlow(Request(flow))).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_has_a_valid_contact_flow_and_module(string sample)
    {
        var request = Request(SampleFlows.Read(sample));
        Assert.Empty(ContactFlowReader.Read(ConnectExporter.ContactFlow(request)).Diagnostics);
        Assert.Empty(ContactFlowReader.Read(ConnectExporter.Module(request)).Diagnostics);
    }

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .EnumerateFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows"), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(),
        ];

    internal static FlowDefinition FlowWith(string field, string description = "Test.") =>
        Read($$"""{ "type": "object", "properties": { "value": {{field}} }, "required": ["value"] }""", description);

    internal static FlowDefinition FlowOf(string input) => Read(input, "Test.");

    private static FlowDefinition Read(string input, string description)
    {
        var reading = FlowReader.Read(
            JsonSource.Parse(
                $$"""
                {
                  "flowId": "ask", {{(
                    description.Length == 0 ? "" : $"\"description\": \"{description}\","
                )}} "caller": "waits", "input": {{input}}, "start": "respond_1",
                  "steps": { "respond_1": { "kind": "respond", "message": "Done." } }
                }
                """
            )
        );
        return reading.Flow ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }

    private static ExportRequest Request(FlowDefinition flow) =>
        ExportRequest.For(TenantId.Parse("acme"), flow, "5", ExecuteFlowArn, GetFlowResultArn);

    private static async Task<(CallResult Call, IReadOnlyList<JsonElement> Parameters)> CallAsync(
        FlowDefinition flow,
        string keys,
        params string[] answers
    )
    {
        var parameters = new List<JsonElement>();
        var caller = new CallerScript(keys.Length == 0 ? [] : keys.Split(',').Select(key => key == "none" ? null : key));
        var reading = ContactFlowReader.Read(ConnectExporter.ContactFlow(Request(flow)));
        Assert.Empty(reading.Diagnostics);
        var options = Calls.With(
            (_, received, _, _) =>
            {
                parameters.Add(JsonElement.Parse(received.Span).GetProperty("Details").GetProperty("Parameters"));
                return new(Calls.Answer(answers.ElementAtOrDefault(parameters.Count - 1) ?? answers.LastOrDefault(Succeeded)));
            }
        );
        var call = await ContactFlowSimulator.CallAsync(
            reading.Flow!,
            options with
            {
                Caller = caller.AnswerAsync,
                Contact = options.Contact with { Attributes = new Dictionary<string, string> { ["value"] = "given" } },
            },
            TestContext.Current.CancellationToken
        );
        return (call, parameters);
    }
}
