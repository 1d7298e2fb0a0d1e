using System.Net;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Outbound;

/// <summary>
/// Attempts to reach what a tenant must not reach, under the policy of a deployment in the cloud. All are refused.
/// </summary>
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
            (ErrorCodes.ApiBlocked, FailureReason.AddressRefused, 2),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task A_name_is_checked_again_before_a_redirect()
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
    public async Task A_name_of_this_machine_or_of_metadata_is_refused_by_its_address(string host)
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

    private static bool IsLoopback(Uri url) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
        && AddressClassifier.Classify(address) == AddressClass.Loopback;

    private static async Task RefusedAsync(Uri url, INameResolver names, FailureReason reason = FailureReason.AddressRefused)
    {
        var options = Given.Options with { Policy = OutboundPolicy.Default, NameResolver = names };

        var outcome = await Given.CallAsync(url, Given.Post("/", "{}"), options);

        Assert.Equal(
            (ErrorCodes.ApiBlocked, reason, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe)
        );
    }
}
