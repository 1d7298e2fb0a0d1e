using System.Net.Sockets;
using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>Which host a request goes to.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://states.eu-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://states.eu-west-1.api.aws")]
    [InlineData("us-east-1", true, false, "https://states-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, true, "https://states-fips.us-east-1.api.aws")]
    [InlineData("us-gov-west-1", true, false, "https://states.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://states.cn-north-1.amazonaws.com.cn")]
    public void The_region_and_its_partition_make_the_host(string region, bool fips, bool dualStack, string expected)
    {
        using var client = new AmazonStepFunctionsClient(
            new AnonymousAWSCredentials(),
            new AmazonStepFunctionsConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName(region),
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            }
        );

        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData(true, false, "FIPS")]
    [InlineData(false, true, "Dualstack")]
    public async Task An_own_address_excludes_fips_and_dual_stack(bool fips, bool dualStack, string named)
    {
        using var client = new AmazonStepFunctionsClient(
            new AnonymousAWSCredentials(),
            new AmazonStepFunctionsConfig
            {
                ServiceURL = "http://127.0.0.1:9",
                AuthenticationRegion = "eu-west-1",
                UseFIPSEndpoint = fips,
                UseDualstackEndpoint = dualStack,
            }
        );

        var error = await Assert.ThrowsAsync<AmazonClientException>(() =>
            client.ListStateMachinesAsync(new ListStateMachinesRequest(), TestContext.Current.CancellationToken)
        );

        Assert.Equal($"Invalid Configuration: {named} and custom endpoint are not supported", error.Message);
    }

    [Fact]
    public async Task Only_calls_that_wait_for_a_run_have_the_sync_host()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client(config =>
        {
            config.ServiceURL = "http://states.example";
            config.DisableHostPrefixInjection = false;
            config.HttpClientFactory = new EveryHostIsLoopback(server.Port);
        });
        var cancellation = TestContext.Current.CancellationToken;

        await client.StartSyncExecutionAsync(new StartSyncExecutionRequest { StateMachineArn = "m" }, cancellation);
        await client.TestStateAsync(new TestStateRequest { Definition = "{}" }, cancellation);
        await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" }, cancellation);

        Assert.Equal(
            ["sync-states.example", "sync-states.example", "states.example"],
            server.Requests.Select(request => request.Headers["Host"])
        );
    }

    [Fact]
    public async Task The_sync_host_can_be_switched_off_for_local_servers()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("""{"status":"SUCCEEDED","output":"1"}"""));
        using var client = server.Client();

        var answer = await client.StartSyncExecutionAsync(
            new StartSyncExecutionRequest { StateMachineArn = "m" },
            TestContext.Current.CancellationToken
        );

        Assert.Same(SyncExecutionStatus.SUCCEEDED, answer.Status);
        Assert.Equal($"127.0.0.1:{server.Port}", Assert.Single(server.Requests).Headers["Host"]);
    }

    private sealed class EveryHostIsLoopback(int port) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(
                new SocketsHttpHandler
                {
                    ConnectCallback = async (_, cancellationToken) =>
                    {
                        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                        await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellationToken);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                }
            );
    }
}
