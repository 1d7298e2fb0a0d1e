using System.Text;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// On AWS, where the template leaves the endpoints empty, the functions call AWS's own: seen at a proxy, which lets nothing
/// through.
/// </summary>
public sealed class EndpointTests(DeployedProcesses deployed)
{
    [Fact]
    public async Task Configuration_is_read_from_DynamoDB_of_the_region()
    {
        using var proxy = new ConnectProxy();
        Assert.Equal("dynamodb.us-east-1.amazonaws.com:443", await FirstCallAsync(proxy, "connect-press-5.json", tables: ""));
    }

    [Theory]
    [InlineData("connect-press-5.json", "sync-states.us-east-1.amazonaws.com:443")]
    [InlineData("connect-caller-continues.json", "states.us-east-1.amazonaws.com:443")]
    public async Task Runs_are_started_at_Step_Functions_of_the_region(string sample, string expected)
    {
        using var proxy = new ConnectProxy();
        var tables = (await deployed.GetAsync()).TablesAddress;
        Assert.Equal(expected, await FirstCallAsync(proxy, sample, tables.ToString()));
    }

    private async Task<string> FirstCallAsync(ConnectProxy proxy, string sample, string tables)
    {
        var function = (await deployed.GetAsync()).Lambda.Find("ExecuteFlow")!;
        Assert.Equal("", function.Environment["AWS_ENDPOINT_URL_SFN"]);
        var options = new FunctionOptions
        {
            Executable = DeployedProcesses.Executable,
            TimeProvider = PatientClock.OfFunctions,
            Environment = new Dictionary<string, string>
            {
                ["HTTPS_PROXY"] = proxy.Address,
                ["AWS_ENDPOINT_URL_DYNAMODB"] = tables,
            },
        };
        await using var process = await FunctionProcess.StartAsync(function, options, TestContext.Current.CancellationToken);
        var answer = process.InvokeAsync("r", Encoding.UTF8.GetBytes(ProcessTests.Event(sample, ProcessTests.NewContact())));
        var host = await proxy.NextAsync();

        // Whatever the SDK makes of a closed way, the caller gets an answer.
        Assert.False((await answer).IsError);
        return host;
    }
}
