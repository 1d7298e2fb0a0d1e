using Cxf.Functions.Deployment;

namespace Cxf.Functions.Tests.Deployment;

public sealed class DeploymentSettingsTests
{
    private static readonly Dictionary<string, string> OfEveryFunction = new()
    {
        ["CXF_STAGE"] = "dev",
        ["CXF_CONFIG_TABLE"] = "c",
        ["CXF_RUNS_TABLE"] = "r",
        ["CXF_STATE_MACHINE_ARN_PREFIX"] = "arn:",
    };

    [Theory]
    [InlineData("ExecuteFlow")]
    [InlineData("CallApi")]
    public void A_function_that_publishes_nothing_needs_no_role_for_machines(string function) =>
        Assert.Equal("", Read(function).StateMachineRoleArn);

    [Fact]
    public void PublishFlow_does_not_start_without_the_settings_of_state_machines()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("PublishFlow"));
        Assert.Contains("CXF_STATE_MACHINE_ROLE_ARN is not set", refusal.Message);
        Assert.Contains("CXF_CALL_API_ARN is not set", refusal.Message);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public void Data_of_runs_is_logged_only_where_the_deployment_says_so(string? setting, bool logs) =>
        Assert.Equal(
            logs,
            DeploymentSettings
                .Read(name => name == "CXF_LOG_EXECUTION_DATA" ? setting : OfEveryFunction.GetValueOrDefault(name))
                .LogsExecutionData
        );

    private static DeploymentSettings Read(string function) =>
        DeploymentSettings.Read(name => name == "ANNOTATIONS_HANDLER" ? function : OfEveryFunction.GetValueOrDefault(name));
}
