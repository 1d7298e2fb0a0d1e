using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.JsonPath;

/// <summary>Paths as public definitions write them; AWS accepts all of them.</summary>
public sealed class PublishedPathTests
{
    [Theory]
    [InlineData("$.abc.['def ghi']", """{"abc":{"def ghi":7}}""", "7")]
    [InlineData("$.[0]", """["a","b"]""", "\"a\"")]
    [InlineData("$$.Execution.Name ", "{}", "\"run\"")]
    [InlineData(" $.a", """{"a":1}""", "1")]
    [InlineData(" States.Array(1)", "{}", "[1]")]
    [InlineData("$.list[?(@.id == $.wanted)].v", """{"wanted":"a","list":[{"id":"a","v":1},{"id":"b","v":2}]}""", "[1]")]
    [InlineData("$.list[?(@.s==done)]..id", """{"list":[{"id":1,"s":"done"},{"id":2,"s":"open"}]}""", "[1]")]
    [InlineData("$.list[?(@.name==ecs.availability-zone)].v", """{"list":[{"name":"ecs.availability-zone","v":3}]}""", "[3]")]
    [InlineData(@"$['a\\b']", """{"a\\b":1}""", null)]
    public void A_path_selects(string path, string input, string? selected)
    {
        using var local = new LocalService();
        var definition =
            $$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"v.$":{{{{Quoted(path)}}}}},"End":true}}}""";
        var machine = local
            .Service.CreateStateMachine(new CreateStateMachineRequest("m", definition, "arn:aws:iam::111111111111:role/r"))
            .StateMachineArn;

        var arn = local.Service.StartExecution(new StartExecutionRequest(machine, "run", input)).ExecutionArn;

        Assert.Equal(selected is null ? null : $$$$"""{"v":{{{{selected}}}}}""", local.Service.ViewOf(arn).Output);
    }

    [Theory]
    [InlineData("States.Format('{', 1)")]
    [InlineData("States.Format('a } b {}', 1)")]
    [InlineData(@"States.Format('{}: \\{ x', 1)")]
    public void A_brace_without_its_partner_fails_the_format(string call)
    {
        using var local = new LocalService();
        var definition =
            $$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"v.$":{{{{Quoted(call)}}}}},"End":true}}}""";
        var machine = local
            .Service.CreateStateMachine(new CreateStateMachineRequest("m", definition, "arn:aws:iam::111111111111:role/r"))
            .StateMachineArn;

        Assert.Equal("States.IntrinsicFailure", local.Run(machine).Error);
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
