using System.Text;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

public class ContactFlowReaderTests
{
    private const string Menu = """{"Text": "Press 1.", "StoreInput": "False", "InputTimeLimitSeconds": "5"}""";
    private const string MenuErrors = "InputTimeLimitExceeded NoMatchingCondition NoMatchingError";

    [Theory]
    [InlineData("", ContactFlowCodes.NotJson)]
    [InlineData("{", ContactFlowCodes.NotJson)]
    [InlineData("{} {}", ContactFlowCodes.NotJson)]
    [InlineData("{\"Version\": \"\\ud800\"}", ContactFlowCodes.NotJson)]
    [InlineData("[]", ContactFlowCodes.Envelope)]
    [InlineData("null", ContactFlowCodes.Envelope)]
    [InlineData("{\"modules\": [], \"version\": \"1\", \"start\": \"x\"}", ContactFlowCodes.OldFormat)]
    [InlineData("{\"ContactFlow\": {\"Content\": \"[]\"}}", ContactFlowCodes.Envelope)]
    [InlineData("{\"Version\": \"2019-10-30\", \"StartAction\": \"x\", \"Actions\": []}", ContactFlowCodes.Envelope)]
    [InlineData("{\"Version\": \"2019-10-30\", \"StartAction\": \"x\", \"Actions\": {}}", ContactFlowCodes.Envelope)]
    public void A_document_that_is_not_a_contact_flow_is_named(string text, string code)
    {
        var reading = ContactFlowReader.Read(text);

        Assert.Null(reading.Flow);
        Assert.Equal(code, Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void A_byte_order_mark_is_no_problem() =>
        Assert.Empty(
            ContactFlowReader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Of(Say("Hello", "Hi")))]).Diagnostics
        );

    [Fact]
    public void All_problems_are_reported_at_once_each_with_action_and_location()
    {
        var problems = Problems(
            $$"""
            {{Action("MessageParticipant", """{"Text": ""}""", id: "Say", next: "Ask")}},
            {{Action(
                "GetParticipantInput",
                """{"Text": "Digits?", "StoreInput": "True", "InputTimeLimitSeconds": 5}""",
                "InputTimeLimitExceeded NoMatchingError",
                id: "Ask",
                next: "Look"
            )}},
            {{Action(
                "Compare",
                """{"ComparisonValue": "$.External"}""",
                "NoMatchingCondition",
                Condition("Matches", "x"),
                id: "Look",
                next: "Nowhere"
            )}},
            {{Action("PlayPrompt", "{}", id: "Say")}}
            """
        );

        Assert.Equal(
            [
                (ContactFlowCodes.ParameterValue, "Say", "/Actions/0/Parameters/Text"),
                (ContactFlowCodes.ParameterValue, "Ask", "/Actions/1/Parameters/InputTimeLimitSeconds"),
                (ContactFlowCodes.UnexpectedError, "Ask", "/Actions/1/Transitions/Errors/0"),
                (ContactFlowCodes.ParameterValue, "Look", "/Actions/2/Parameters/ComparisonValue"),
                (ContactFlowCodes.UnknownTarget, "Look", "/Actions/2/Transitions/NextAction"),
                (ContactFlowCodes.Condition, "Look", "/Actions/2/Transitions/Conditions/0/Condition/Operator"),
                (ContactFlowCodes.UnknownTarget, "Look", "/Actions/2/Transitions/Errors/0/NextAction"),
                (ContactFlowCodes.DuplicateIdentifier, "Say", "/Actions/3/Identifier"),
                (ContactFlowCodes.UnknownType, "Say", "/Actions/3/Type"),
            ],
            problems
                .Where(problem => problem.Severity == DiagnosticSeverity.Error)
                .Select(problem => (problem.Code, problem.Action!, problem.Pointer))
        );
    }

    [Fact]
    public void A_problem_has_a_line_and_a_column()
    {
        var text = Of("\n  " + Say("Hello", "") + "\n");

        var problem = Assert.Single(ContactFlowReader.Read(text).Diagnostics);
        var line = text.Split('\n')[problem.Line - 1];

        Assert.StartsWith("\"\"", line[(problem.Column - 1)..]);
        Assert.Equal(
            $"{problem.Line}:{problem.Column} error CXF8111 /Actions/0/Parameters/Text (Hello): The service refuses "
                + "an empty string. Delete the parameter, or give it a value.",
            problem.ToString()
        );
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%b")]
    [InlineData("a{b}")]
    [InlineData("toString")]
    [InlineData("__proto__")]
    [InlineData("fifty-one characters are one more than it can take!")]
    public void An_identifier_that_the_service_refuses_is_reported(string identifier) =>
        Assert.Contains(Problems(Say(identifier, "Hi")), problem => problem.Code == ContactFlowCodes.Identifier);

    [Fact]
    public void An_action_that_nothing_reaches_is_a_warning()
    {
        var problem = Problem(Say("Hello", "Hi") + "," + Say("Lonely", "Hm"));

        Assert.Equal(
            (ContactFlowCodes.Unreachable, DiagnosticSeverity.Warning, "Lonely"),
            (problem.Code, problem.Severity, problem.Action)
        );
    }

    [Fact]
    public void A_start_that_does_not_exist_is_reported()
    {
        var reading = ContactFlowReader.Read(
            Of(Say("Hello", "Hi")).Replace("\"StartAction\": \"Hello\"", "\"StartAction\": \"Hallo\"")
        );

        Assert.Contains(
            reading.Diagnostics,
            problem => problem is { Code: ContactFlowCodes.UnknownTarget, Pointer: "/StartAction" }
        );
    }

    [Fact]
    public void More_than_250_actions_are_refused()
    {
        var actions = string.Join(
            ',',
            Enumerable.Range(0, 250).Select(i => Say($"Say {i}", "Hi", i < 249 ? $"Say {i + 1}" : "End"))
        );

        Assert.Equal(ContactFlowCodes.TooLarge, Problem(actions).Code);
    }

    [Theory]
    [InlineData("UpdateRoutingCriteria", "UpdateContactRoutingCriteria")]
    [InlineData("UnTagContact", "UntagContact")]
    [InlineData("StoreUserInput", "GetParticipantInput")]
    public void A_name_that_the_service_does_not_know_is_answered_with_the_right_one(string type, string right) =>
        Assert.Equal($"Did you mean {right}?", Problem(Action(type, "{}")).Fix);

    [Fact]
    public void An_unknown_type_is_reported_with_its_location_and_the_other_actions_still_run()
    {
        var reading = ContactFlowReader.Read(Of(Action("EvaluateDataTable", """{"Queries": [1]}""")));

        var problem = Assert.Single(reading.Diagnostics);
        Assert.NotNull(reading.Flow);
        Assert.Equal(
            (ContactFlowCodes.UnknownType, DiagnosticSeverity.Warning, "It", "/Actions/0/Type"),
            (problem.Code, problem.Severity, problem.Action, problem.Pointer)
        );
    }

    [Fact]
    public void An_action_that_is_not_simulated_is_reported_with_its_location_before_any_call()
    {
        var reading = ContactFlowReader.Read(
            Of(
                Say("Hello", "Hi", "View")
                    + ","
                    + Action("ShowView", """{"ViewResource": {"Id": "x"}, "ViewData": {"n": 5}}""", id: "View")
            )
        );

        var problem = Assert.Single(reading.Diagnostics);
        Assert.NotNull(reading.Flow);
        Assert.Equal((ContactFlowCodes.NotSimulated, "View", "/Actions/1/Type"), (problem.Code, problem.Action, problem.Pointer));
    }

    [Theory]
    [InlineData("MessageParticipant", "{}", ContactFlowCodes.MissingParameter)]
    [InlineData("MessageParticipant", """{"Text": "a", "SSML": "<speak>b</speak>"}""", ContactFlowCodes.ParameterValue)]
    [InlineData("MessageParticipant", """{"Text": {"a": "b"}}""", ContactFlowCodes.ParameterValue)]
    [InlineData("MessageParticipant", """{"Text": "a", "TextType": "ssml"}""", ContactFlowCodes.UnknownParameter)]
    [InlineData("UpdateContactAttributes", "{}", ContactFlowCodes.MissingParameter)]
    [InlineData("UpdateContactAttributes", """{"Attributes": []}""", ContactFlowCodes.ParameterValue)]
    [InlineData("UpdateContactAttributes", """{"Attributes": {"a": ""}}""", ContactFlowCodes.ParameterValue)]
    [InlineData("UpdateContactAttributes", """{"Attributes": {"a": {"b": "c"}}}""", ContactFlowCodes.ParameterValue)]
    [InlineData("UpdateContactAttributes", """{"Attributes": {"a": true}}""", ContactFlowCodes.ParameterValue)]
    [InlineData(
        "UpdateContactAttributes",
        """{"Attributes": {"a": "b"}, "TargetContact": "Other"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData("UpdateFlowAttributes", """{"FlowAttributes": {"a": "b"}}""", ContactFlowCodes.ParameterValue)]
    [InlineData(
        "UpdateContactTextToSpeechVoice",
        """{"TextToSpeechVoice": "Joanna", "TextToSpeechStyle": "Coversational"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData(
        "UpdateContactTextToSpeechVoice",
        """{"TextToSpeechVoice": "Joanna", "TextToSpeechEngine": "Nasal"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData("InvokeLambdaFunction", "{}", ContactFlowCodes.MissingParameter)]
    [InlineData(
        "InvokeLambdaFunction",
        """{"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "9"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData(
        "InvokeLambdaFunction",
        """{"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "0"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData(
        "InvokeLambdaFunction",
        """{"LambdaFunctionARN": "arn", "InvocationType": "ASYNC"}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData(
        "InvokeLambdaFunction",
        """{"LambdaFunctionARN": "arn", "ResponseValidation": {"ResponseType": "MAP"}}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData(
        "InvokeLambdaFunction",
        """{"LambdaFunctionARN": "arn", "LambdaInvocationAttributes": {"n": 5}}""",
        ContactFlowCodes.ParameterValue
    )]
    [InlineData("TransferToFlow", "{}", ContactFlowCodes.MissingParameter)]
    public void A_parameter_that_the_service_refuses_is_reported(string type, string parameters, string code) =>
        Assert.Equal(code, Problem(Action(type, parameters)).Code);

    [Fact]
    public void An_asynchronous_invocation_may_take_sixty_seconds()
    {
        const string Sixty =
            """{"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "60", "InvocationType": "ASYNCHRONOUS"}""";

        Assert.Empty(Problems(Action("InvokeLambdaFunction", Sixty)));
    }

    [Fact]
    public void A_reference_can_stand_for_a_function_but_not_for_its_time_limit()
    {
        var problem = Problem(
            Action(
                "InvokeLambdaFunction",
                """{"LambdaFunctionARN": "$.Attributes.arn", "InvocationTimeLimitSeconds": "$.Attributes.limit"}"""
            )
        );

        Assert.Equal("InvocationTimeLimitSeconds cannot be a reference.", problem.Message);
    }

    [Fact]
    public void A_reference_can_stand_for_the_number_of_loops() =>
        Assert.Empty(
            Problems(
                Action(
                    "Loop",
                    """{"LoopCount": "$.Attributes.n"}""",
                    "",
                    Condition("Equals", "ContinueLooping") + "," + Condition("Equals", "DoneLooping")
                )
            )
        );

    [Theory]
    [InlineData("NoMatchingCondition NoMatchingError", ContactFlowCodes.MissingError)]
    [InlineData("InputTimeLimitExceeded NoMatchingError", ContactFlowCodes.MissingError)]
    [InlineData("InputTimeLimitExceeded NoMatchingCondition", ContactFlowCodes.MissingError)]
    public void A_menu_must_declare_its_three_errors(string errors, string code) =>
        Assert.Equal(code, Problem(Action("GetParticipantInput", Menu, errors)).Code);

    [Theory]
    [InlineData("Equals", "12")]
    [InlineData("Equals", "a")]
    [InlineData("TextStartsWith", "1")]
    public void A_menu_compares_single_keys_only(string op, string operand) =>
        Assert.Equal(
            ContactFlowCodes.Condition,
            Problem(Action("GetParticipantInput", Menu, MenuErrors, Condition(op, operand))).Code
        );

    [Fact]
    public void Stored_input_must_not_declare_a_time_limit_error()
    {
        var problem = Problem(
            Action(
                "GetParticipantInput",
                """{"Text": "Digits?", "StoreInput": "True"}""",
                "InputTimeLimitExceeded NoMatchingError"
            )
        );

        Assert.Equal(ContactFlowCodes.UnexpectedError, problem.Code);
        Assert.Equal("/Actions/0/Transitions/Errors/0", problem.Pointer);
    }

    [Theory]
    [InlineData("$.External")]
    [InlineData("gold")]
    [InlineData("$.External.status and more")]
    public void A_comparison_needs_a_reference_with_a_leaf(string value) =>
        Assert.Equal(
            ContactFlowCodes.ParameterValue,
            Problem(Action("Compare", $$"""{"ComparisonValue": "{{value}}"}""", "NoMatchingCondition")).Code
        );

    [Theory]
    [InlineData("And", "x")]
    [InlineData("Exists", "x")]
    [InlineData("Equals", "$.Attributes")]
    [InlineData("NumberGreaterThan", "many")]
    public void A_comparison_takes_only_the_operators_and_operands_of_the_language(string op, string operand) =>
        Assert.Equal(
            ContactFlowCodes.Condition,
            Problem(
                Action("Compare", """{"ComparisonValue": "$.Attributes.x"}""", "NoMatchingCondition", Condition(op, operand))
            ).Code
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("""[""]""")]
    [InlineData("""["a", "b"]""")]
    [InlineData("[1]")]
    public void A_condition_takes_one_operand_that_is_not_empty(string operands)
    {
        var condition = Condition("Equals", "x").Replace("""["x"]""", operands);

        Assert.Equal(
            ContactFlowCodes.Condition,
            Problem(Action("Compare", """{"ComparisonValue": "$.Attributes.x"}""", "NoMatchingCondition", condition)).Code
        );
    }

    [Fact]
    public void The_else_branch_of_a_comparison_must_be_given_twice_with_one_target()
    {
        var compare = Action("Compare", """{"ComparisonValue": "$.Attributes.x"}""", "NoMatchingCondition")
            .Replace("""[{"NextAction": "End", "ErrorType""", """[{"NextAction": "Other", "ErrorType""");

        Assert.Equal(ContactFlowCodes.ElseBranch, Problem(compare + "," + Say("Other", "Hi")).Code);
    }

    [Fact]
    public void A_loop_needs_both_results() =>
        Assert.Equal(
            ContactFlowCodes.Condition,
            Problem(Action("Loop", """{"LoopCount": "3"}""", "", Condition("Equals", "ContinueLooping"))).Code
        );

    [Fact]
    public void A_wait_with_the_name_of_the_API_reference_is_reported_with_the_name_of_the_service() =>
        Assert.Contains(
            "rename it",
            Assert
                .Single(
                    Problems(
                        Action("Wait", """{"TimeoutSeconds": "5"}""", "NoMatchingError", Condition("Equals", "WaitCompleted"))
                    ),
                    problem => problem.Code == ContactFlowCodes.MissingParameter
                )
                .Fix
        );

    [Fact]
    public void Nothing_comes_after_a_disconnect() =>
        Assert.Equal(
            ContactFlowCodes.Transition,
            Problem(Say("Hello", "Hi", "Stop") + "," + Action("DisconnectParticipant", "{}", "", id: "Stop")).Code
        );

    [Fact]
    public void Every_code_is_stable_and_used_once() =>
        Assert.Equal(
            23,
            typeof(ContactFlowCodes)
                .GetFields()
                .Select(field => (string)field.GetRawConstantValue()!)
                .Distinct()
                .Count(code => code.StartsWith("CXF81", StringComparison.Ordinal))
        );
}
