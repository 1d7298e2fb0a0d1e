namespace Cxf.EndToEnd.Tests;

public sealed class CallCommandTests
{
    [Fact]
    public async Task A_call_that_presses_5_hears_the_number_of_its_lead()
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", "5");
        Assert.Equal(0, code);
        Assert.Matches("says .*\"Thank you. Your request is noted. Its number is L-[0-9]+.\"", output);
        Assert.Matches(@"rest_api_1 +Task", output);
        Assert.Matches(@"decision_1 +Choice", output);
        Assert.Matches(@"respond_1 +Task", output);
        Assert.DoesNotContain("12025550100", output);
        Assert.DoesNotContain("CXF", output);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("none")]
    [InlineData("*")]
    public async Task Another_key_or_none_ends_on_a_branch_that_the_flow_foresees(string key)
    {
        var (code, output) = await CxfProcess.RunAsync("call", "--press", key);
        Assert.Equal(0, code);
        Assert.DoesNotContain("invokes", output);
    }

    [Theory]
    [InlineData("--crm-down", "ApiUnavailable")]
    [InlineData("--crm-slow", "ApiTimeout")]
    public async Task A_third_party_in_trouble_ends_the_call_on_its_error_branch(string trouble, string word)
    {
        var (code, output) = await CxfProcess.RunAsync("call", trouble);
        Assert.Equal(1, code);
        Assert.Contains("errorCode=FlowFailed", output);
        Assert.Contains(word, output);
        Assert.Contains("We are sorry", output);
    }

    [Theory]
    [InlineData("call", "--press", "7x")]
    [InlineData("call", "--press", "")]
    [InlineData("call", "--press", "5,")]
    [InlineData("call", "--press", "5;1")]
    [InlineData("call", "--crm", "not a url")]
    [InlineData("call", "--crm-down", "--crm-slow")]
    [InlineData("call", "--unknown")]
    [InlineData("dial")]
    public async Task A_usage_error_names_the_problem(params string[] arguments)
    {
        var (code, output) = await CxfProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Contains("Usage", output);
    }
}
