using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class StartExecutionTests
{
    private const string Waiting = """{"Wait":{"Type":"Wait","Seconds":60,"End":true}}""";

    [Fact]
    public void A_repeated_start_returns_the_running_execution()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        var first = local.Service.StartExecution(new StartExecutionRequest(machine, "one", """{"a":1}"""));
        local.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, local.Service.StartExecution(new StartExecutionRequest(machine, "one", """{"a":1}""")));
        Assert.Equal(
            "ExecutionAlreadyExists",
            Refusal(() => local.Service.StartExecution(new StartExecutionRequest(machine, "one", """{"a":2}""")))
        );
    }

    [Fact]
    public void The_name_of_an_ended_execution_stays_reserved()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        local.Service.StartExecution(new StartExecutionRequest(machine, "one"));
        local.RunClock();

        Assert.Equal(
            "ExecutionAlreadyExists",
            Refusal(() => local.Service.StartExecution(new StartExecutionRequest(machine, "one")))
        );
    }

    [Fact]
    public void The_name_of_an_ended_execution_is_free_again_after_ninety_days()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        local.Service.StartExecution(new StartExecutionRequest(machine, "one"));
        local.RunClock();

        local.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal(
            "ExecutionAlreadyExists",
            Refusal(() => local.Service.StartExecution(new StartExecutionRequest(machine, "one")))
        );

        local.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(local.Time.GetUtcNow(), local.Service.StartExecution(new StartExecutionRequest(machine, "one")).StartDate);
    }

    [Theory]
    [InlineData("{x}")]
    [InlineData("""{"äöü":{x}}""")]
    public void The_character_that_makes_an_input_invalid_is_named(string input)
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);

        var refused = Assert.Throws<StepFunctionsException>(() =>
            local.Service.StartExecution(new StartExecutionRequest(machine, null, input))
        );
        Assert.Contains("Unexpected character ('x' (code 120))", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with space", "InvalidName")]
    [InlineData("a/b", "InvalidName")]
    [InlineData("a:b", "InvalidName")]
    [InlineData("", "ValidationException")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ValidationException")]
    public void An_invalid_name_is_rejected(string name, string code)
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);

        Assert.Equal(code, Refusal(() => local.Service.StartExecution(new StartExecutionRequest(machine, name))));
    }

    [Fact]
    public void A_stopped_execution_ends_without_events_of_its_states()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        local.Service.StopExecution(new StopExecutionRequest(arn, "Enough", "of this"));

        var view = local.Service.ViewOf(arn);
        Assert.Equal((ExecutionStatus.Aborted, "Enough", "of this"), (view.Status, view.Error, view.Cause));
        Assert.Equal(["WaitStateEntered", "ExecutionAborted"], local.Events(view).Skip(1));
        Assert.Equal(0, local.Service.HistoryOf(arn)[^1].PreviousEventId);
    }

    [Fact]
    public void Deleting_a_machine_stops_its_executions()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", Waiting);
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        local.Service.DeleteStateMachine(new StateMachineRequest(machine));

        Assert.Equal(ExecutionStatus.Aborted, local.Service.ViewOf(arn).Status);
        Assert.Equal("StateMachineDoesNotExist", Refusal(() => local.Service.StartExecution(new StartExecutionRequest(machine))));
    }

    [Fact]
    public void An_alias_distributes_executions_by_its_weights()
    {
        using var local = new LocalService();
        var machine = local.Machine("A", """{"A":{"Type":"Pass","Output":1,"End":true}}""");
        local.Service.PublishStateMachineVersion(new PublishVersionRequest(machine));
        local.Service.UpdateStateMachine(
            new UpdateStateMachineRequest(
                machine,
                """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":2,"End":true}}}""",
                Publish: true
            )
        );
        var alias = local
            .Service.CreateStateMachineAlias(
                new CreateAliasRequest(
                    "live",
                    [new RoutingConfigurationItem($"{machine}:1", 80), new RoutingConfigurationItem($"{machine}:2", 20)]
                )
            )
            .StateMachineAliasArn;

        var outputs = Enumerable
            .Range(0, 1_000)
            .Select(index =>
                local
                    .Service.ViewOf(local.Service.StartExecution(new StartExecutionRequest(alias, $"run-{index}")).ExecutionArn)
                    .Output
            )
            .ToList();

        Assert.InRange(outputs.Count(static output => output == "1"), 750, 850);
        Assert.InRange(outputs.Count(static output => output == "2"), 150, 250);
    }

    [Fact]
    public void A_running_execution_keeps_the_definition_it_started_with()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", """{"Wait":{"Type":"Wait","Seconds":60,"Output":"old","End":true}}""");
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        local.Service.UpdateStateMachine(
            new UpdateStateMachineRequest(
                machine,
                """{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":"new","End":true}}}"""
            )
        );
        local.RunClock();

        Assert.Equal("\"old\"", local.Service.ViewOf(arn).Output);
    }

    [Fact]
    public void The_history_of_an_express_execution_is_readable_in_process_only()
    {
        using var local = new LocalService();
        var machine = local.Machine("A", """{"A":{"Type":"Pass","End":true}}""", StateMachineType.Express);
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        Assert.Equal(4, local.Service.HistoryOf(arn).Count);
        Assert.Equal("InvalidArn", Refusal(() => local.Service.GetExecutionHistory(new GetExecutionHistoryRequest(arn))));
    }

    private static string Refusal(Action action) => Assert.Throws<StepFunctionsException>(action).Code;
}
