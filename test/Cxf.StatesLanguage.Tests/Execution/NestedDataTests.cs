using System.Text;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Execution;

/// <summary>Data nested far deeper than 64 levels, the limit of .NET's own reader.</summary>
public sealed class NestedDataTests
{
    private const int Levels = 500;

    private static string Deep { get; } = new string('[', Levels) + "1" + new string(']', Levels);

    [Fact]
    public void An_input_and_an_answer_of_a_function_may_be_nested_deep()
    {
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Lambda = new LambdaFunction(
                    static (_, _) => ValueTask.FromResult(new LambdaResult(Encoding.UTF8.GetBytes(Deep), false, "1"))
                ),
            }
        );
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{}},
              "Output":["{% $states.result.Payload %}","{% $states.input %}"],"End":true}}
            """
        );

        var view = local.Run(machine, Deep);

        Assert.Equal((ExecutionStatus.Succeeded, $"[{Deep},{Deep}]"), (view.Status, view.Output));
    }

    [Fact]
    public void A_loop_may_nest_its_data_deeper_with_each_turn()
    {
        using var local = new LocalService();
        const string Definition = """
            {"StartAt":"I","States":{"I":{"Type":"Pass","Result":{"n":0,"d":0},"Next":"C"},
              "C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":70,"Next":"W"}],"Default":"D"},
              "W":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n,1)","d.$":"States.Array($.d)"},"Next":"C"},
              "D":{"Type":"Pass","Parameters":{"d.$":"States.StringToJson(States.JsonToString($.d))"},"End":true}}}
            """;
        var machine = local
            .Service.CreateStateMachine(new CreateStateMachineRequest("m", Definition, "arn:aws:iam::111111111111:role/r"))
            .StateMachineArn;

        Assert.Equal($$$$"""{"d":{{{{new string('[', 70)}}}}0{{{{new string(']', 70)}}}}}""", local.Run(machine).Output);
    }

    [Fact]
    public void Parallel_states_may_be_nested_deep()
    {
        var states = """{"S0":{"Type":"Pass","End":true}}""";
        for (var level = 1; level <= 60; level++)
        {
            states = $$$$"""
                {"S{{{{level}}}}":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"S{{{{level - 1}}}}",
                 "States":{{{{states}}}}}]}}
                """;
        }

        using var local = new LocalService();

        Assert.Equal(ExecutionStatus.Succeeded, local.Run(local.Machine("S60", states), "1").Status);
    }
}
