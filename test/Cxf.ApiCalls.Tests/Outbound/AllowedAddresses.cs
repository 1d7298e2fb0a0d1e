using System.Net;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Outbound;

/// <summary>The addresses that a deployment and its connections allow.</summary>
public sealed class AllowedAddresses
{
    [Theory]
    [InlineData("10.20.0.1", "10.20.0.0/16", true)]
    [InlineData("10.21.0.1", "10.20.0.0/16", false)]
    [InlineData("::ffff:10.20.0.1", "10.20.0.0/16", true)]
    [InlineData("fd12::1", "fd12::/16", true)]
    [InlineData("169.254.169.254", "0.0.0.0/0", false)]
    [InlineData("169.254.169.254", "169.254.0.0/16", false)]
    [InlineData("127.0.0.1", "127.0.0.0/8", false)]
    [InlineData("fd00:ec2::254", "fc00::/7", false)]
    [InlineData("fe80::1", "::/0", false)]
    [InlineData("224.0.0.1", "0.0.0.0/0", false)]
    [InlineData("100.100.100.200", "100.64.0.0/10", false)]
    [InlineData("100.64.0.9", "100.64.0.0/10", true)]
    public async Task A_private_range_allows_only_its_private_addresses(string address, string range, bool open)
    {
        var guard = new AddressGuard(new OutboundPolicy { PrivateRanges = [IPNetwork.Parse(range)] }, new PlannedNames());

        if (open)
        {
            Assert.Equal(
                [IPAddress.Parse(address)],
                await guard.ResolveAsync(address, 443, isPlainHttp: false, Given.Cancellation)
            );
        }
        else
        {
            await Assert.ThrowsAsync<OutboundRefusedException>(() =>
                guard.ResolveAsync(address, 443, isPlainHttp: false, Given.Cancellation).AsTask()
            );
        }
    }

    [Theory]
    [InlineData("127.0.0.1:9001", "127.0.0.1", 9001, true)]
    [InlineData("127.0.0.1:9001", "127.0.0.2", 9001, true)]
    [InlineData("127.0.0.1:9001", "::1", 9001, true)]
    [InlineData("127.0.0.1:9001", "::ffff:127.0.0.1", 9001, true)]
    [InlineData("localhost:9001", "127.0.0.1", 9001, true)]
    [InlineData("127.0.0.1:9001", "127.0.0.1", 9002, false)]
    [InlineData("127.0.0.1", "127.0.0.1", 80, true)]
    [InlineData("93.184.216.34:9001", "93.184.216.34", 443, true)]
    [InlineData("93.184.216.34:9001", "::ffff:93.184.216.34", 443, true)]
    [InlineData("[::1]:9001", "127.0.0.1", 9001, true)]
    [InlineData("93.184.216.34:9001", "93.184.216.35", 9001, false)]
    public async Task Lambdas_runtime_api_is_always_blocked(string runtimeApi, string address, int port, bool refused)
    {
        var guard = new AddressGuard(
            new OutboundPolicy { AllowLoopback = true, RuntimeApi = runtimeApi },
            new EveryNameIs("127.0.0.1")
        );

        if (refused)
        {
            await Assert.ThrowsAsync<OutboundRefusedException>(() =>
                guard.ResolveAsync(address, port, isPlainHttp: false, Given.Cancellation).AsTask()
            );
        }
        else
        {
            Assert.NotEmpty(await guard.ResolveAsync(address, port, isPlainHttp: false, Given.Cancellation));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", 3002)]
    [InlineData("127.1.2.3", 3002)]
    [InlineData("::ffff:127.0.0.1", 3002)]
    [InlineData("::1", 3002)]
    [InlineData("rebound.example.com", 3002)]
    [InlineData("localhost", 3003)]
    public async Task Local_services_are_allowed_only_for_connections_that_say_so(string host, int port)
    {
        var policy = new OutboundPolicy { AllowLoopback = true, LocalServices = ["127.0.0.1:3002", "localhost:3003"] };
        var guard = new AddressGuard(policy, new EveryNameIs("127.0.0.1"));

        await Assert.ThrowsAsync<OutboundRefusedException>(() =>
            guard.ResolveAsync(host, port, isPlainHttp: true, Given.Cancellation).AsTask()
        );
        Assert.NotEmpty(await guard.ResolveAsync(host, port, isPlainHttp: true, Given.Cancellation, allowsLocalServices: true));
        Assert.NotEmpty(await guard.ResolveAsync(host, port + 2, isPlainHttp: true, Given.Cancellation));
    }

    [Fact]
    public async Task Allowing_local_services_allows_no_other_address()
    {
        var guard = new AddressGuard(new OutboundPolicy { LocalServices = ["127.0.0.1:3002"] }, new EveryNameIs("127.0.0.1"));

        await Assert.ThrowsAsync<OutboundRefusedException>(() =>
            guard.ResolveAsync("127.0.0.1", 3002, isPlainHttp: true, Given.Cancellation, allowsLocalServices: true).AsTask()
        );
    }

    [Fact]
    public async Task Pooled_connections_to_local_services_are_not_reused_by_other_connections()
    {
        await using var tables = await PlatformServer.StartAnsweringAsync();
        using var caller = new ApiCaller(
            Given.Options with
            {
                Policy = new OutboundPolicy { AllowLoopback = true, LocalServices = [tables.Url.Authority] },
            }
        );
        var connection = Given.ConnectionTo(tables.Url);

        var allowed = await caller.CallAsync(connection with { LocalServices = true }, Given.Get("/"), Given.Cancellation);
        var refused = await caller.CallAsync(connection, Given.Get("/"), Given.Cancellation);

        Assert.True(allowed.Succeeded, allowed.Failure?.ToString());
        Assert.Equal((ErrorCodes.ApiBlocked, 1), (refused.Failure?.Error, tables.Seen.Count));
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("169.253.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("::ffff:8.8.8.8")]
    public void The_public_internet_is_allowed(string address)
    {
        Assert.Equal(AddressClass.Public, AddressClassifier.Classify(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("127.0.0.1:9001", "127.0.0.1:9001")]
    [InlineData("localhost:5050/CallApi", "localhost:5050")]
    [InlineData("127.0.0.1", "127.0.0.1:80")]
    [InlineData("[::1]/CallApi", "[::1]:80")]
    public void The_runtime_api_is_known_by_host_and_port_in_every_form_of_its_setting(string setting, string expected)
    {
        var policy = OutboundPolicy.FromSettings(name => name == OutboundPolicy.RuntimeApiSetting ? setting : null);

        Assert.Equal(expected, policy.RuntimeApi);
    }

    [Fact]
    public void The_policy_comes_from_the_deployments_settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["AWS_SAM_LOCAL"] = "true",
            ["CXF_ALLOW_PLAIN_HTTP"] = "TRUE",
            ["CXF_ALLOW_PRIVATE_RANGES"] = "10.0.0.0/8, fd12::/16",
            ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:9001",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:3002/",
            ["AWS_ENDPOINT_URL_SSM"] = "http://[::1]:3003",
        };

        var policy = OutboundPolicy.FromSettings(settings.GetValueOrDefault);

        Assert.True(
            policy is { AllowLoopback: true, AllowPlainHttp: true, RuntimeApi: "127.0.0.1:9001", PrivateRanges.Count: 2 }
        );
        Assert.Equal(["127.0.0.1:3002", "[::1]:3003"], policy.LocalServices);
        Assert.Equal(
            OutboundPolicy.Default,
            OutboundPolicy.FromSettings(_ => null) with
            {
                PrivateRanges = OutboundPolicy.Default.PrivateRanges,
                LocalServices = OutboundPolicy.Default.LocalServices,
                TrustedRoots = OutboundPolicy.Default.TrustedRoots,
            }
        );
        Assert.Contains(
            "CXF_ALLOW_PRIVATE_RANGES",
            Assert.Throws<FormatException>(() => OutboundPolicy.FromSettings(_ => "10.0.0.0/99")).Message,
            StringComparison.Ordinal
        );
    }
}
