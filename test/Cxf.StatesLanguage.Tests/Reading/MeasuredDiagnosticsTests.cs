using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Tests.Reading;

/// <summary>
/// Diagnostics that others measured with validate-state-machine-definition on AWS: floci-io/floci, issues 2670, 2735, 2745, 2968
/// and pull request 2786.
/// </summary>
public sealed class MeasuredDiagnosticsTests
{
    private const string Pass = """{"Type":"Pass","End":true}""";

    [Theory]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}""",
        "MISSING_END_STATE: Workflow has no terminal state at null"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"U":{"Type":"Pass",
             "Next":"A"}}}
            """,
        "MISSING_END_STATE: Workflow has no terminal state at null"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"}}}
            """,
        "MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at /States/C"
    )]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"NOPE"}}}""",
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Next",
        "MISSING_END_STATE: Workflow has no terminal state at null"
    )]
    [InlineData(
        """{"StartAt":"E","States":{"E":{"Type":"Pass","Output":1,"End":true}}}""",
        "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported "
            + "for the 'JSONata' QueryLanguage at /States/E"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"E","States":{"E":{"Type":"Pass","Output":"{% 1 + %}","End":true}}}""",
        "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/E/Output"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"E","States":{"E":{"Type":"Pass","Output":{"v":"{% phone %}"},"End":true}}}""",
        "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/E/Output/v"
    )]
    [InlineData(
        """{"StartAt":"M","States":{"M":{"Type":"Pass","TimeoutSeconds":1,"End":true}}}""",
        "SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/M"
    )]
    public void A_definition_has_the_diagnostics_of_AWS(string definition, params string[] expected) =>
        Assert.Equal(expected, DefinitionValidator.Validate(definition).Select(static found => found.ToString()));

    [Theory]
    [InlineData("Pass", "Catch", "[]")]
    [InlineData("Pass", "Retry", "[]")]
    [InlineData("Wait", "Retry", "[]")]
    [InlineData("Succeed", "Catch", "[]")]
    [InlineData("Fail", "TimeoutSeconds", "1")]
    public void A_field_of_another_type_of_state_is_refused(string type, string field, string value)
    {
        var end = type is "Pass" or "Wait" ? ",\"End\":true" : "";
        var wait = type == "Wait" ? ",\"Seconds\":1" : "";
        var definition =
            $$$$"""{"StartAt":"S","States":{"S":{"Type":"{{{{type}}}}"{{{{end}}}}{{{{wait}}}},"{{{{field}}}}":{{{{value}}}}}}}""";

        var found = Assert.Single(DefinitionValidator.Validate(definition));

        Assert.Equal(($"Field '{field}' is not supported", "/States/S"), (found.Message, found.Location));
    }

    [Fact]
    public void The_error_output_is_read_in_catchers_only()
    {
        const string Output = "\"Output\":\"{% $states.errorOutput %}\"";
        const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"End\":true";
        const string Start = "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"T\",\"States\":{\"T\":{";
        var inCatcher = $$$$"""
            {{{{Start}}}}{{{{Task}}}},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"E",{{{{Output}}}}}]},"E":{{{{Pass}}}}}}
            """;
        var outside = $$$$"""{{{{Start}}}}{{{{Task}}}},{{{{Output}}}}}}}""";

        Assert.Empty(DefinitionValidator.Validate(inCatcher));
        Assert.Equal("UNSUPPORTED_JSONATA_EXPRESSION", Assert.Single(DefinitionValidator.Validate(outside)).Code);
    }

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:query", false)]
    [InlineData("arn:aws:states:::dynamodb:getItem", true)]
    [InlineData("arn:aws:states:::dynamodb:getItem.waitForTaskToken", false)]
    [InlineData("arn:aws:states:::lambda:invoke.sync", false)]
    [InlineData("arn:aws:states:::lambda:invoke.waitForTaskToken", true)]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", true)]
    [InlineData("arn:aws:states:::nothing:call", false)]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:query", true)]
    [InlineData("arn:aws:lambda:us-east-1:111111111111:function:f", true)]
    [InlineData("function", false)]
    [InlineData("${Function}", true)]
    public void A_resource_is_an_ARN_that_Step_Functions_knows(string resource, bool isKnown)
    {
        var definition = $$$$"""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{{{resource}}}}","End":true}}}""";

        Assert.Equal(isKnown, DefinitionValidator.Validate(definition).Count == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_definition_lacks_its_fields(string definition) =>
        Assert.Equal("SCHEMA_VALIDATION_FAILED", Assert.Single(DefinitionValidator.Validate(definition)).Code);

    [Fact]
    public void The_variables_of_a_parallel_states_own_catchers_are_free_in_its_branches()
    {
        const string Definition = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Next":"E","Branches":[{"StartAt":"A",
               "States":{"A":{"Type":"Pass","Assign":{"x":1},"End":true}}}],
               "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"x":2},"Next":"E"}]},"E":{"Type":"Succeed"}}}
            """;

        const string End = "\"E\":{\"Type\":\"Succeed\"}";
        var otherState = Definition.Replace(
            End,
            "\"E\":{\"Type\":\"Pass\",\"Assign\":{\"x\":3},\"End\":true}",
            StringComparison.Ordinal
        );

        Assert.Empty(DefinitionValidator.Validate(Definition));
        Assert.Single(DefinitionValidator.Validate(otherState));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Ten_intrinsic_functions_can_be_nested(int depth, bool isValid)
    {
        var call = "1";
        for (var level = 0; level < depth; level++)
        {
            call = $"States.Array({call})";
        }

        var definition = $$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"v.$":"{{{{call}}}}"},"End":true}}}""";

        Assert.Equal(isValid, DefinitionValidator.Validate(definition).Count == 0);
    }
}
