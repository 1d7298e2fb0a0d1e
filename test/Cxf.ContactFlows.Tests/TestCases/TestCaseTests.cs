using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.TestCases;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.TestCases;

/// <summary>Test cases in Amazon Connect's testing language, run here.</summary>
public sealed class TestCaseTests
{
    private const string Queue = "arn:aws:connect:us-east-1:111122223333:instance/i/queue/sales";
    private const string Crm = "arn:aws:lambda:us-east-1:111122223333:function:crm:live";

    private static readonly Dictionary<string, ContactFlow> NoModules = [];

    // Hours, menu, function, queue: what most contact flows are made of.
    private static readonly string Desk = string.Join(
        ",",
        Action(
            "CheckHoursOfOperation",
            """{"HoursOfOperationId": "hours"}""",
            "NoMatchingError",
            Condition("Equals", "True", "Menu") + "," + Condition("Equals", "False", "Closed"),
            id: "Hours",
            next: "Closed"
        ),
        Action(
            "GetParticipantInput",
            """{"Text": "Welcome. Press 1 for sales.", "StoreInput": "False", "InputTimeLimitSeconds": "5"}""",
            "InputTimeLimitExceeded NoMatchingCondition NoMatchingError",
            Condition("Equals", "1", "Find"),
            id: "Menu",
            next: "Closed"
        ),
        Action(
            "InvokeLambdaFunction",
            $$"""{"LambdaFunctionARN": "{{Crm}}", "InvocationTimeLimitSeconds": "8"}""",
            id: "Find",
            next: "Greet"
        ),
        Say("Greet", "Hello $.External.name, we connect you.", "Queue"),
        Action("UpdateContactTargetQueue", $$"""{"QueueId": "{{Queue}}"}""", id: "Queue", next: "Transfer"),
        Action("TransferContactToQueue", "{}", "QueueAtCapacity NoMatchingError", id: "Transfer", next: "Closed"),
        Say("Closed", "Please call again tomorrow.")
    );

    private static readonly string Mock = Override(
        "InvokeLambdaFunction",
        $$"""{"LambdaFunctionARN": "{{Crm}}"}""",
        """
        {"Type": "MockResponse", "Response": {"Type": "ExecutionResult",
        "ExecutionResult": {"LoadedData": "{\"name\": \"Ann\"}"}}}
        """
    );

    private const string Press = """
        {"Identifier": "press", "Type": "SendInstruction", "Parameters": {"ActionType": "SendInstruction",
        "Actor": "Customer", "Instruction": {"Type": "DtmfInput", "Properties": {"Value": 1}}}}
        """;

    [Fact]
    public async Task A_caller_reaches_the_queue()
    {
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu", Mock),
            Observe("menu", "MessageReceived", Text("Welcome, press 1 for sales"), "function", Press),
            Observe("function", "FlowActionStarted", Started("InvokeLambdaFunction", "LambdaFunctionARN", Crm), "greet"),
            Observe("greet", "MessageReceived", Text("Ann", "Inclusion"), "queue", Check("$.External.name", "Equals", "Ann")),
            Observe(
                "queue",
                "FlowActionStarted",
                Started("TransferContactToQueue", "QueueId", "sales"),
                "",
                Check("$.Queue.Name", "Equals", "sales"),
                End()
            )
        );

        Assert.Empty(result.Failures);
        Assert.Contains(new ContactFlowBranch("Menu", "= 1"), result.Taken);
        Assert.Contains(new ContactFlowBranch("Find", "NextAction"), result.Taken);
        Assert.DoesNotContain(new ContactFlowBranch("Menu", "InputTimeLimitExceeded"), result.Taken);
    }

    [Theory]
    [InlineData("Good evening everybody", "Similarity", "menu: the caller did not hear")]
    [InlineData("Press 2", "Inclusion", "menu: the caller did not hear")]
    public async Task A_message_that_is_not_heard_is_a_failure(string text, string criteria, string failure)
    {
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu"),
            Observe("menu", "MessageReceived", Text(text, criteria), "")
        );

        Assert.StartsWith(failure, Assert.Single(result.Failures));
    }

    [Fact]
    public async Task A_value_that_is_another_is_a_failure()
    {
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu"),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "", Check("$.Channel", "Equals", "CHAT"), End())
        );

        Assert.Equal(["assert: $.Channel must be = CHAT, but it is \"VOICE\"."], result.Failures);
    }

    [Theory]
    [InlineData("Equals", "VOICE", true)]
    [InlineData("TextStartsWith", "VO", true)]
    [InlineData("TextContains", "XX", false)]
    [InlineData("Exists", "", true)]
    public async Task Assertions_have_the_operators_of_comparisons(string name, string operand, bool passes)
    {
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu"),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "", Check("$.Channel", name, operand), End())
        );

        Assert.Equal(passes, result.Passed);
    }

    [Fact]
    public async Task A_function_that_is_not_mocked_is_a_failure()
    {
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu"),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "", Press)
        );

        Assert.Contains("Find: the function " + Crm + " is not mocked.", Assert.Single(result.Failures));
    }

    [Theory]
    [InlineData("InHours", "Welcome")]
    [InlineData("OutOfHours", "tomorrow")]
    public async Task Opening_hours_can_be_mocked(string hours, string heard)
    {
        var mock = Override(
            "CheckHoursOfOperation",
            """{"HoursOfOperationId": "arn:aws:connect:us-east-1:111122223333:instance/i/operating-hours/hours"}""",
            $$"""{"Type": "MockResponse", "Response": {"Type": "ExecutionResult", "ExecutionResult": {"Value": "{{hours}}"} } }"""
        );
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "heard", mock),
            Observe("heard", "MessageReceived", Text(heard, "Inclusion"), "")
        );

        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData("InvokeLambdaFunction", "LambdaFunctionARN", Crm, "TimeLimitExceeded", "Find")]
    [InlineData("TransferContactToQueue", "QueueId", Queue, "QueueAtCapacity", "Transfer")]
    public async Task Errors_can_be_mocked(string type, string parameter, string resource, string error, string action)
    {
        var mock = Override(
            type,
            $$"""{"{{parameter}}": "{{resource}}"}""",
            $$"""{"Type": "MockResponse", "Response": {"Type": "Error", "Error": {"Value": "{{error}}"} } }"""
        );
        string[] mocks = type == "InvokeLambdaFunction" ? [mock] : [Mock, mock];
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu", mocks),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "", Press)
        );

        Assert.Empty(result.Failures);
        Assert.Contains(result.Taken, branch => branch.Action == action && branch.Label != "NextAction");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(9, false)]
    public async Task A_slow_function_has_no_answer(int seconds, bool answers)
    {
        var mock = Override(
            "InvokeLambdaFunction",
            $$"""{"LambdaFunctionARN": "{{Crm}}"}""",
            $$"""
            {"Type": "MockResponse", "Response": {"Type": "ExecutionResult",
            "ExecutionResult": {"DelaySeconds": {{seconds}}, "LoadedData": "{}"} } }
            """
        );
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu", mock),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "", Press)
        );

        Assert.Equal(answers, result.Taken.Contains(new ContactFlowBranch("Find", "NextAction")));
    }

    [Fact]
    public async Task A_bot_can_be_mocked()
    {
        const string answer =
            """{"sessionState": {"intent": {"name": "Book", "slots": {"City": {"value": {"interpretedValue": "Rome"}}}}}}""";
        var bot = Action(
            "ConnectParticipantWithLexBot",
            """{"Text": "How can we help?", "LexV2Bot": {"AliasArn": "bot"}}""",
            "NoMatchingCondition NoMatchingError",
            Condition("Equals", "Book", "Say"),
            id: "Bot"
        );
        var mock = Override(
            "ConnectParticipantWithLexBot",
            """{"LexV2Bot": {"AliasArn": "bot"}}""",
            $$$"""
            {"Type": "MockResponse", "Response": {"Type": "ExecutionResult", "ExecutionResult":
            {"LoadedData": {{{JsonSerializer.Serialize(answer)}}} } } }
            """
        );
        var result = await RunAsync(
            bot + "," + Say("Say", "A room in $.Lex.Slots.City"),
            Observe("start", "TestInitiated", "{}", "room", mock),
            Observe("room", "MessageReceived", Text("A room in Rome"), "")
        );

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task Another_function_can_be_put_in_the_place_of_one()
    {
        const string other = "arn:aws:lambda:us-east-1:111122223333:function:test-crm:live";
        var result = await RunAsync(
            Observe(
                "start",
                "TestInitiated",
                "{}",
                "menu",
                Override(
                    "InvokeLambdaFunction",
                    $$"""{"LambdaFunctionARN": "{{Crm}}"}""",
                    $$"""{"Type": "SubstituteResource", "SubstituteArn": "{{other}}"}"""
                ),
                Mock.Replace(Crm, other)
            ),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "greet", Press),
            Observe("greet", "MessageReceived", Text("Hello Ann", "Inclusion"), "", End())
        );

        Assert.Empty(result.Failures);
    }

    [Fact]
    public async Task A_caller_can_hang_up()
    {
        const string hangUp =
            """{"Identifier": "hang up", "Type": "SendInstruction", "Parameters": {"Instruction": {"Type": "Disconnect"}}}""";
        var result = await RunAsync(
            Observe("start", "TestInitiated", "{}", "menu"),
            Observe("menu", "MessageReceived", Text("Press 1", "Inclusion"), "end", hangUp),
            Observe("end", "TestCompleted", "{}", "")
        );

        Assert.Empty(result.Failures);
    }

    private static Task<ContactFlowTestResult> RunAsync(params string[] observations) =>
        observations[0].Contains("\"Identifier\": \"start\"", StringComparison.Ordinal)
            ? RunOnAsync(Desk, observations)
            : RunOnAsync(observations[0], observations[1..]);

    private static Task<ContactFlowTestResult> RunOnAsync(string actions, string[] observations)
    {
        var reading = TestCaseReader.Read("it", Encoding.UTF8.GetBytes(Content(observations)));
        Assert.True(reading.TestCase is not null, string.Join('\n', reading.Diagnostics));
        var flow = ContactFlowReader.Read(Of(actions)).Flow!;
        return ContactFlowTest.RunAsync(flow, reading.TestCase, NoModules, TestContext.Current.CancellationToken);
    }

    private static string Content(params string[] observations) =>
        $$"""{"Version": "2019-10-30", "Metadata": {}, "Observations": [{{string.Join(",", observations)}}]}""";

    private static string Observe(string id, string type, string properties, string next, params string[] actions) =>
        $$$"""
            {"Identifier": "{{{id}}}", "Event": {"Identifier": "e-{{{id}}}", "Type": "{{{type}}}", "Actor": "System",
             "Properties": {{{properties}}} }, "Actions": [{{{string.Join(",", actions)}}}],
             "Transitions": {"NextObservations": [{{{(next.Length > 0 ? $"\"{next}\"" : "")}}}]} }
            """;

    private static string Text(string text, string criteria = "Similarity") =>
        $$$"""{"Text": "{{{text}}}", "MatchingCriteria": {"Type": "{{{criteria}}}"}}""";

    private static string Started(string type, string parameter, string resource) =>
        $$$"""{"ActionType": "{{{type}}}", "ActionParameters": {"{{{parameter}}}": "{{{resource}}}"}}""";

    private static string Override(string type, string parameters, string strategy) =>
        $$$"""
            {"Identifier": "mock", "Type": "OverrideSystemBehavior",
            "Parameters": {"ActionType": "OverrideSystemBehavior", "Behavior": {"Type": "FlowAction",
            "Properties": {"ActionType": "{{{type}}}", "ActionParameters": {{{parameters}}},
            "Strategy": {{{strategy}}} } } } }
            """;

    private static string Check(string reference, string name, string operand) =>
        $$$"""
            {"Identifier": "assert", "Type": "Assert", "Parameters": {"Namespace": "{{{reference}}}",
            "Operator": "{{{name}}}", "Operand": "{{{operand}}}"} }
            """;

    private static string End() =>
        """
            {"Identifier": "end", "Type": "TestControl", "Parameters": {"ActionType": "TestControl",
            "Command": {"Type": "EndTest"}}}
            """;
}
