using Cxf.ContactFlows.Simulation;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>Results that are given to actions, and those that an action cannot have.</summary>
public sealed class ResultScriptTests
{
    private static readonly string Flow = string.Join(
        ",",
        Action(
            "ShowView",
            """{"ViewResource": {"Id": "v"}}""",
            "NoMatchingError TimeLimitExceeded",
            Condition("Equals", "Next"),
            id: "View",
            next: "Queue"
        ),
        Action(
            "CheckMetricData",
            """{"MetricType": "NumberOfAgentsAvailable"}""",
            "NoMatchingCondition NoMatchingError",
            Condition("NumberGreaterThan", "0"),
            id: "Queue",
            next: "Say"
        ),
        Say("Say", "Hello", "Any"),
        Action(
            "Compare",
            """{"ComparisonValue": "$.Attributes.a"}""",
            "NoMatchingCondition",
            Condition("Equals", "$.Attributes.b"),
            id: "Any"
        )
    );

    [Theory]
    [InlineData("View", "Next", null)]
    [InlineData("ShowView", "Next", null)]
    [InlineData("View", "TimeLimitExceeded", null)]
    [InlineData("Queue", "3", null)]
    [InlineData("Queue", "NoMatchingCondition", null)]
    [InlineData("Any", "anything", null)]
    [InlineData(
        "View",
        "Nonsense",
        "The action \"View\" cannot end with \"Nonsense\". Use one of: Next, NoMatchingError, TimeLimitExceeded."
    )]
    [InlineData("ShowView", "next", "The action \"ShowView\" cannot end with \"next\". Did you mean \"Next\"?")]
    [InlineData("Queue", "0", "The action \"Queue\" cannot end with \"0\". Use one of: NoMatchingCondition, NoMatchingError.")]
    [InlineData("End", "Done", "The action \"End\" cannot end with \"Done\". It has only one way out; leave out its result.")]
    [InlineData("Vew", "Next", "No action has the identifier or the type \"Vew\". Did you mean \"View\"?")]
    public void A_result_that_the_action_cannot_have_is_refused_with_those_that_it_can(
        string action,
        string result,
        string? problem
    )
    {
        var script = new ResultScript(new Dictionary<string, IReadOnlyList<string>> { [action] = [result] });
        var problems = script.Problems([ContactFlowReader.Read(Of(Flow)).Flow!]);

        if (problem is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.StartsWith(problem, Assert.Single(problems));
        }
    }
}
