using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class AliasTests
{
    [Theory]
    [InlineData("1", "Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$")]
    [InlineData("a b", "Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$")]
    [InlineData("", "Member must have length greater than or equal to 1")]
    public void An_alias_name_outside_the_pattern_is_rejected(string name, string rule)
    {
        using var local = new LocalService();
        var version = Published(local)[0];

        Assert.Equal(
            $"ValidationException: 1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: {rule}",
            Refusal(local, name, new RoutingConfigurationItem(version, 100))
        );
    }

    [Fact]
    public void An_invalid_routing_is_rejected_with_the_received_values()
    {
        using var local = new LocalService();
        var (one, two) = (Published(local)[0], Published(local)[1]);

        Assert.Equal(
            "ValidationException: Routing configuration must contain distinct state machine version ARNs. "
                + $"Received: [{one}, {one}]",
            Refusal(local, "a", new(one, 50), new(one, 50))
        );
        Assert.Equal(
            "ValidationException: Sum of routing configuration weights must equal 100. Received: [50, 49]",
            Refusal(local, "a", new(one, 50), new(two, 49))
        );
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to "
                + "satisfy constraint: Member must have value less than or equal to 100",
            Refusal(local, "a", new RoutingConfigurationItem(one, 101))
        );
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '["
                + $"RoutingConfigurationListItem(stateMachineVersionArn={one}, weight=50), "
                + $"RoutingConfigurationListItem(stateMachineVersionArn={two}, weight=50), "
                + "RoutingConfigurationListItem(stateMachineVersionArn=x, weight=0)]' at 'routingConfiguration' "
                + "failed to satisfy constraint: Member must have length less than or equal to 2",
            Refusal(local, "a", new(one, 50), new(two, 50), new("x", 0))
        );
    }

    [Theory]
    [InlineData("CreateStateMachine", """{"name":"m","definition":"{}","roleArn":"r","type":"FAST"}""", "Value 'FAST' at 'type'")]
    [InlineData("ValidateStateMachineDefinition", """{"definition":"{}","severity":"INFO"}""", "Value 'INFO' at 'severity'")]
    [InlineData(
        "CreateStateMachine",
        """{"name":"m","definition":"{}","roleArn":"r","loggingConfiguration":{"level":"SOME"}}""",
        "Value 'SOME' at 'loggingConfiguration.level'"
    )]
    [InlineData("CreateStateMachine", """{"name":"","definition":"{}","roleArn":"r"}""", "Value '' at 'name'")]
    public async Task A_value_outside_the_model_is_a_validation_exception(string operation, string body, string expected)
    {
        using var local = new LocalService();

        var answer = await new StepFunctionsProtocol(local.Service).InvokeAsync(
            operation,
            Encoding.UTF8.GetBytes(body),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("ValidationException", answer.ErrorCode);
        Assert.Contains(
            expected,
            JsonElement.Parse(answer.Body.Span).GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    private static string[] Published(LocalService local)
    {
        var machine = local.Machine("A", """{"A":{"Type":"Succeed"}}""");
        local.Service.PublishStateMachineVersion(new PublishVersionRequest(machine));
        local.Service.UpdateStateMachine(new UpdateStateMachineRequest(machine, RoleArn: "arn:aws:iam::111111111111:role/other"));
        local.Service.PublishStateMachineVersion(new PublishVersionRequest(machine));
        return [$"{machine}:1", $"{machine}:2"];
    }

    private static string Refusal(LocalService local, string name, params IReadOnlyList<RoutingConfigurationItem> routing)
    {
        var error = Assert.Throws<StepFunctionsException>(() =>
            local.Service.CreateStateMachineAlias(new CreateAliasRequest(name, routing))
        );
        return $"{error.Code}: {error.Message}";
    }
}
