using System.Net;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Outbound;

/// <summary>Attempts to reach what a tenant must not reach, under the policy of a deployment in the cloud. All are refused.</summary>
public sealed class RefusedAddresses
{
    /// <summary>Hosts that are an address in some spelling.</summary>
    public static TheoryData<string> Literals =>
        [
            // loopback
            "127.0.0.1",
            "127.0.0.2",
            "127.1",
            "127.0.1",
            "127.255.255.254",
            "2130706433",
            "0x7f000001",
            "0x7F.0.0.1",
            "0177.0.0.1",
            "0177.0.0.01",
            "017700000001",
            "0x7f.1",
            "127.000.000.001",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[::ffff:0:127.0.0.1]",
            "[0000:0000:0000:0000:0000:ffff:7f00:0001]",
            // this network, unspecified
            "0.0.0.0",
            "0",
            "0x0",
            "00",
            "0.1.2.3",
            "[::]",
            "[::ffff:0.0.0.0]",
            "[64:ff9b::0.0.0.0]",
            // metadata and link-local
            "169.254.169.254",
            "2852039166",
            "0xa9fea9fe",
            "0xA9.0xFE.0xA9.0xFE",
            "0251.0376.0251.0376",
            "025177524776",
            "169.254.43518",
            "169.16689662",
            "169.254.170.2",
            "169.254.170.23",
            "169.254.169.253",
            "169.254.169.123",
            "169.254.0.1",
            "169.254.100.1",
            "[::ffff:169.254.169.254]",
            "[::ffff:a9fe:a9fe]",
            "[::169.254.169.254]",
            "[64:ff9b::169.254.169.254]",
            "[64:ff9b::a9fe:a9fe]",
            "[64:ff9b:1::a9fe:a9fe]",
            "[2002:a9fe:a9fe::]",
            "[2001:0:a9fe:a9fe::1]",
            "[fe80::1]",
            "[febf::1]",
            "[fe80::a9fe:a9fe]",
            "[fd00:ec2::254]",
            "[fd00:ec2::253]",
            "[fd20:ce::254]",
            "[fec0::1]",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "192.0.0.170",
            // private ranges
            "10.0.0.1",
            "10.255.255.255",
            "167772161",
            "0xa000001",
            "012.0.0.1",
            "10.1",
            "172.16.0.1",
            "172.31.255.255",
            "2886729729",
            "192.168.0.1",
            "192.168.1",
            "0xC0A80001",
            "3232235521",
            "[::ffff:10.0.0.1]",
            "[::ffff:192.168.0.1]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b::ac10:1]",
            "[2002:a00:1::]",
            "[fc00::1]",
            "[fd12:3456:789a::1]",
            "[fdff:ffff::1]",
            // carrier-grade NAT
            "100.64.0.1",
            "100.127.255.254",
            "1681915905",
            "[::ffff:100.64.0.1]",
            "[64:ff9b::6440:1]",
            // multicast, broadcast, reserved, documentation, benchmarking
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "4294967295",
            "0xffffffff",
            "[ff02::1]",
            "[ff0e::1]",
            "[ff05::2]",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "198.19.255.255",
            "192.88.99.1",
            "[2001:db8::1]",
            "[3fff::1]",
            "[2001:10::1]",
            "[2001:2::1]",
            "[100::1]",
            "[5f00::1]",
        ];

    /// <summary>Those of them that are refused on a developer's machine too, where tests run their servers.</summary>
    public static TheoryData<string> Beyond =>
        [.. Literals.Select(row => row.Data).Where(host => !IsLoopback(new Uri($"https://{host}/")))];

    /// <summary>What an honest-looking name may resolve to.</summary>
    public static TheoryData<string> Resolved =>
        [
            "127.0.0.1",
            "127.8.8.8",
            "10.0.0.5",
            "172.20.0.1",
            "192.168.100.1",
            "169.254.169.254",
            "169.254.170.2",
            "100.64.1.1",
            "100.100.100.200",
            "168.63.129.16",
            "0.0.0.0",
            "224.0.0.251",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00:ec2::254",
            "fc00::1",
            "ff02::fb",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:10.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "2002:a9fe:a9fe::",
            "2002:7f00:1::1",
            "2001:0:7f00:1::",
            "::a9fe:a9fe",
            "::10.0.0.1",
        ];

    [Theory]
    [MemberData(nameof(Literals))]
    public async Task A_host_that_is_such_an_address_is_refused(string host)
    {
        await RefusedAsync(new Uri($"https://{host}/"), new PlannedNames());
    }

    [Theory]
    [MemberData(nameof(Resolved))]
    public async Task A_name_that_resolves_to_such_an_address_is_refused(string address)
    {
        await RefusedAsync(new Uri("https://crm.example.com/"), new PlannedNames().Add("crm.example.com", address));
    }

    [Theory]
    [MemberData(nameof(Resolved))]
    public async Task A_name_that_resolves_to_such_an_address_among_public_ones_is_refused(string address)
    {
        await RefusedAsync(
            new Uri("https://crm.example.com/"),
            new PlannedNames().Add("crm.example.com", "93.184.216.34", address)
        );
    }

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task A_redirect_to_such_an_address_is_refused_even_where_the_connection_names_it(string host)
    {
        var target = new Uri($"https://{host}/");
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = target.OriginalString;
            return Task.CompletedTask;
        });
        var connection = Given.ConnectionTo(crm.Url) with { RedirectHosts = [target.Authority] };

        var outcome = await Given.CallAsync(
            connection,
            Given.Post("/", "{}"),
            Given.Options with
            {
                NameResolver = new PlannedNames(),
            }
        );

        Assert.Equal(
            (ErrorWords.ApiBlocked, FailureReason.AddressRefused, 2),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task A_name_that_changes_before_a_redirect_is_followed_is_checked_again()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/next";
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        var names = new PlannedNames().Add("rebind.example.com", "127.0.0.1").Add("rebind.example.com", "169.254.169.254");

        var outcome = await Given.CallAsync(
            new Uri($"http://rebind.example.com:{crm.Url.Port}/"),
            Given.Get("/"),
            Given.Options with
            {
                NameResolver = names,
            }
        );

        Assert.Equal((FailureReason.AddressRefused, 1, 2), (outcome.Failure?.Reason, crm.Seen.Count, names.Questions));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    [InlineData("localhost.localdomain")]
    [InlineData("127.0.0.1.")]
    [InlineData("169.254.169.254.")]
    [InlineData("ip6-localhost")]
    [InlineData("\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3")]
    [InlineData("\uff11\uff12\uff17.0.0.1")]
    [InlineData("127\u30020\u30020\u30021")]
    [InlineData("169.254.169.254.nip.io")]
    [InlineData("metadata.google.internal")]
    [InlineData("instance-data.ec2.internal")]
    public async Task A_name_of_this_machine_or_of_metadata_is_refused_by_what_it_resolves_to(string host)
    {
        await RefusedAsync(
            new Uri($"https://{host}/"),
            new EveryNameIs(
                host.Contains("169", StringComparison.Ordinal) || host.Contains("internal", StringComparison.Ordinal)
                    ? "169.254.169.254"
                    : "127.0.0.1"
            )
        );
    }

    [Theory]
    [InlineData("http://93.184.216.34/")]
    [InlineData("http://crm.example.com/")]
    public async Task Plain_http_is_refused_where_the_deployment_does_not_allow_it(string url)
    {
        await RefusedAsync(new Uri(url), new EveryNameIs("93.184.216.34"), FailureReason.PlainHttpRefused);
    }

    [Fact]
    public async Task The_address_that_was_checked_is_the_one_that_is_connected_to()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var names = new PlannedNames().Add("rebind.example.com", "127.0.0.1").Add("rebind.example.com", "169.254.169.254");

        var outcome = await Given.CallAsync(
            new Uri($"http://rebind.example.com:{crm.Url.Port}/"),
            Given.Get("/"),
            Given.Options with
            {
                NameResolver = names,
            }
        );

        Assert.Equal((true, 1), (outcome.Succeeded, names.Questions));
        Assert.Equal($"rebind.example.com:{crm.Url.Port}", crm.Seen.Single().Headers["Host"]);
    }

    [Fact]
    public async Task A_name_that_changes_before_the_quick_retry_is_checked_again()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var names = new PlannedNames().Add("rebind.example.com", "127.0.0.2").Add("rebind.example.com", "169.254.169.254");

        var outcome = await Given.CallAsync(
            new Uri($"http://rebind.example.com:{crm.Url.Port}/"),
            Given.Get("/"),
            Given.Options with
            {
                NameResolver = names,
            }
        );

        Assert.Equal((FailureReason.AddressRefused, 2), (outcome.Failure?.Reason, names.Questions));
    }

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
    public async Task A_private_range_that_the_deployment_opens_is_open_and_nothing_else(string address, string range, bool open)
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
    public async Task Lambdas_runtime_api_is_never_open(string runtimeApi, string address, int port, bool refused)
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
    public async Task Local_services_are_open_to_the_connections_that_say_so(string host, int port)
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
    public async Task Leave_to_call_local_services_opens_no_other_address()
    {
        var guard = new AddressGuard(new OutboundPolicy { LocalServices = ["127.0.0.1:3002"] }, new EveryNameIs("127.0.0.1"));

        await Assert.ThrowsAsync<OutboundRefusedException>(() =>
            guard.ResolveAsync("127.0.0.1", 3002, isPlainHttp: true, Given.Cancellation, allowsLocalServices: true).AsTask()
        );
    }

    [Fact]
    public async Task A_connection_does_not_reuse_the_open_connection_of_one_with_leave_to_call_local_services()
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
        Assert.Equal((ErrorWords.ApiBlocked, 1), (refused.Failure?.Error, tables.Seen.Count));
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
    public void The_public_internet_is_open(string address)
    {
        Assert.Equal(AddressClass.Public, AddressClassifier.Classify(IPAddress.Parse(address)));
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

    private static bool IsLoopback(Uri url) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
        && AddressClassifier.Classify(address) == AddressClass.Loopback;

    private static async Task RefusedAsync(Uri url, INameResolver names, FailureReason reason = FailureReason.AddressRefused)
    {
        var options = Given.Options with { Policy = OutboundPolicy.Default, NameResolver = names };

        var outcome = await Given.CallAsync(url, Given.Post("/", "{}"), options);

        Assert.Equal(
            (ErrorWords.ApiBlocked, reason, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe)
        );
    }

    private sealed class EveryNameIs(string address) : INameResolver
    {
        public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse(address)]);
    }
}
