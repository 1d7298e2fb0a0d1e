using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Tests.Reading;

public sealed class DefinitionValidatorTests
{
    [Fact]
    public void All_problems_are_reported_at_once_with_their_locations()
    {
        const string Definition = """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","InputPath":"$","Next":"Nowhere"},
              "B":{"Type":"Task","Arguments":{"x":"{% $states.input. %}"},"End":true},
              "C":{"Type":"Wait","End":true},
              "D":{"Type":"Choice","Choices":[{"Condition":"{% $$.x = 1 %}","Next":"A"}]}}}
            """;

        var found = DefinitionValidator
            .Validate(Definition)
            .Select(static diagnostic => $"{diagnostic.Code} {diagnostic.Location}")
            .ToList();

        Assert.Equal(
            [
                "SCHEMA_VALIDATION_FAILED /States/A",
                "SCHEMA_VALIDATION_FAILED /States/B",
                "SCHEMA_VALIDATION_FAILED /States/C",
                "UNSUPPORTED_JSONATA_EXPRESSION /States/D/Choices[0]/Condition",
                "MISSING_TRANSITION_TARGET /States/A/Next",
                "MISSING_TRANSITION_TARGET /States/B",
                "MISSING_TRANSITION_TARGET /States/C",
                "MISSING_TRANSITION_TARGET /States/D",
            ],
            found
        );
    }

    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Output":1}}}""", "/States/A")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Next":"A"}}}""", "/States/A")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Assign":{"states":1}}}}""", "/States/A/Assign/states")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"ResultPath":"$.a[*]"}}}""", "/States/A/ResultPath")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Passs","End":true}}}""", "/States/A/Type")]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["States.ALL"]},
             {"ErrorEquals":["X"]}]}}}
            """,
        "/States/A/Retry[0]/ErrorEquals"
    )]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":"1","Next":"A"}]}}}""",
        "/States/A/Choices[0]/NumericEquals"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A",
             "States":{"A":{"Type":"Succeed"}}}]}}}
            """,
        "/States/A/Branches[0]/States/A"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Parallel","Assign":{"x":1},"End":true,"Branches":[{"StartAt":"B",
             "States":{"B":{"Type":"Pass","Assign":{"x":2},"End":true}}}]}}}
            """,
        "/States/A/Branches[0]/States/B/Assign/x"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","HeartbeatSeconds":5,
             "HeartbeatSecondsPath":"$.h","End":true}}}
            """,
        "/States/A"
    )]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"E","ErrorPath":"$.e"}}}""", "/States/A")]
    [InlineData(
        """
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":5,"MaxConcurrencyPath":"$.m","End":true,
             "ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}}}
            """,
        "/States/M"
    )]
    [InlineData(
        """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemBatcher":{"MaxItems":5},"End":true,"ItemProcessor":{"StartAt":"A",
             "States":{"A":{"Type":"Succeed"}}}}}}
            """,
        "/States/M/ItemBatcher"
    )]
    [InlineData(
        """
            {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map",
             "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Arguments":{"Bucket":"{% ( %}"}},"End":true,
             "ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}}}
            """,
        "/States/M/ItemReader/Arguments/Bucket"
    )]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","TimestampEquals":"2020-01-01",
             "Next":"A"}]}}}
            """,
        "/States/A/Choices[0]/TimestampEquals"
    )]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Parameters":{"p":{"a":1,"a.$":"$.a"}}}}}""",
        "/States/A/Parameters/p"
    )]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":100000000,"End":true}}}""", "/States/A/Seconds")]
    [InlineData(
        """
            {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"r","End":true,"Retry":[{"ErrorEquals":["X"],
             "MaxDelaySeconds":31622400}]}}}
            """,
        "/States/A/Retry[0]/MaxDelaySeconds"
    )]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"r","End":true,"TimeoutSeconds":5,"HeartbeatSeconds":5}}}""",
        "/States/A/HeartbeatSeconds"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Result":1,"End":true}}}""",
        "/States/A"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":{"x":["{% 1"]},"End":true}}}""",
        "/States/A/Output/x[0]"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Fail","Cause":" {% 'c' %}"}}}""",
        "/States/A/Cause"
    )]
    [InlineData(
        """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Task","Resource":"r","Arguments":5,"End":true}}}""",
        "/States/A/Arguments"
    )]
    [InlineData(
        """
            {"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},
             "StartAt":"A","States":{"A":{"Type":"Succeed"}}}}}}
            """,
        "/States/M/ItemProcessor/ProcessorConfig"
    )]
    [InlineData("[1]", "/")]
    [InlineData("{", "/")]
    public void A_problem_is_reported_at_its_location(string definition, string location) =>
        Assert.Contains(
            DefinitionValidator.Validate(definition),
            diagnostic => diagnostic.Location == location && diagnostic.Severity == DiagnosticSeverity.Error
        );

    [Theory]
    [InlineData("""{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","End":true}""", "Resource", ".sync")]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","End":true}""",
        "Resource",
        ".waitForTaskToken"
    )]
    [InlineData(
        """{"Type":"Task","Resource":"arn:aws:states:us-east-1:111111111111:activity:a","End":true}""",
        "Resource",
        "Activity ARN"
    )]
    [InlineData(
        """
            {"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
             "StartAt":"B","States":{"B":{"Type":"Succeed"}}}}
            """,
        "ItemProcessor/ProcessorConfig/Mode",
        "DISTRIBUTED"
    )]
    public void Features_that_express_machines_lack_are_accepted_in_standard_machines(string state, string field, string named)
    {
        var definition = $$$"""{"StartAt":"A","States":{"A":{{{state}}} }}""";

        var found = Assert.Single(DefinitionValidator.Validate(definition, StateMachineType.Express));

        Assert.Equal($"/States/A/{field}", found.Location);
        Assert.Contains(named, found.Message, StringComparison.Ordinal);
        Assert.Empty(DefinitionValidator.Validate(definition));
    }
}
